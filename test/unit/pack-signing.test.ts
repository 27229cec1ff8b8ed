import './quick-passphrases.ts';
import { createPrivateKey, createSign } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { readSignature } from '../../src/cli/pack/der-signature.ts';
import { readKeyFile } from '../../src/cli/pack/key-file.ts';
import { PASSPHRASE_VARIABLE } from '../../src/cli/pack/passphrase.ts';
import { fromBase64Url } from '../../src/core/format/base64url.ts';
import { fingerprintWords } from '../../src/core/format/proquint.ts';
import { keyFingerprint } from '../../src/shared/pack-cryptography.ts';
import { runCommand } from './command-line.ts';
import { inventedPack, PACK_ID } from './publisher.ts';

// What the gate and lint see has tests of its own; reading ordinary posts takes longer than all the rest here.
vi.mock('../../src/core/trial/neutral-posts.json', () => ({ default: ['Selamat pagi', 'Hujan sejak sore'] }));
vi.mock('../../src/core/pack-lint/pack-lint-neutral.json', () => ({
  default: { sentences: ['Selamat pagi'] },
}));

const folder = mkdtempSync(join(tmpdir(), 'jaga-netral-sign-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

const SECRET = 'tiga ekor kuda hitam';
const at = (name: string) => join(folder, name);

async function run(args: readonly string[], secret: string | undefined = SECRET) {
  vi.stubEnv(PASSPHRASE_VARIABLE, secret);
  return runCommand(['pack', ...args]);
}

function packFile(name: string, candidates: number): string {
  writeFileSync(at(name), JSON.stringify(inventedPack(candidates)));
  return at(name);
}
const keysIn = (name: string) => JSON.parse(readFileSync(at(`${name}/keys.public.json`), 'utf8'));
const publicKeyIn = (name: string) =>
  JSON.parse(readFileSync(at(`${name}/signing.key.json`), 'utf8')).publicKey;
const PUBLIC = ['--keys', at('kunci/keys.public.json')];
const OWN = ['--key', at('kunci/signing.key.json')];

let two = '';
let three = '';
beforeAll(async () => {
  two = packFile('dua.json', 2);
  three = packFile('tiga.json', 3);
  expect((await run(['keys', '--id', PACK_ID, '--out', at('kunci')])).code).toBe(0);
  for (const name of ['baru', 'kedua'])
    expect((await run(['keys', '--id', PACK_ID, '--out', at(name), '--signing-only'])).code).toBe(0);
  expect((await run(['sign', two, ...PUBLIC, ...OWN, '--out', at('1.jpack')])).code).toBe(0);
});

describe('keys', () => {
  it('lie under a passphrase, for their owner only, and are never overwritten', async () => {
    const path = at('kunci/signing.key.json');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const key = await readKeyFile(path, 'signing', SECRET);
    expect(readFileSync(path, 'utf8')).not.toContain(
      Buffer.from(key.privateKey).toString('base64url').slice(40, 80),
    );
    await expect(readKeyFile(path, 'signing', 'lain sama sekali')).rejects.toThrow('passphrase is wrong');
    await expect(readKeyFile(path, 'recovery', SECRET)).rejects.toThrow('is a signing key');
    expect(await run(['keys', '--id', PACK_ID, '--out', at('kunci')])).toMatchObject({
      code: 2,
      error: expect.stringContaining('never overwritten'),
    });
  });

  it('do not open when somebody changed what stands beside the secret', async () => {
    const file = JSON.parse(readFileSync(at('kunci/signing.key.json'), 'utf8'));
    writeFileSync(at('changed.json'), JSON.stringify({ ...file, packId: 'lain-2031' }));
    await expect(readKeyFile(at('changed.json'), 'signing', SECRET)).rejects.toThrow('file was changed');
    writeFileSync(at('weak.json'), JSON.stringify({ ...file, iterations: 1 }));
    await expect(readKeyFile(at('weak.json'), 'signing', SECRET)).rejects.toThrow('no key file');
  });

  it('want a passphrase that is long enough, and somebody to ask', async () => {
    expect(await run(['keys', '--id', PACK_ID, '--out', at('pendek')], 'pendek')).toMatchObject({
      code: 2,
      error: expect.stringContaining('at least 12'),
    });
    vi.stubEnv(PASSPHRASE_VARIABLE, undefined);
    expect(await runCommand(['pack', 'keys', '--id', PACK_ID, '--out', at('tanpa')])).toMatchObject({
      code: 2,
      error: expect.stringContaining(PASSPHRASE_VARIABLE),
    });
  });
});

describe('releases', () => {
  it('go on from the one before, and say what changed', async () => {
    const signed = await run([
      'sign',
      three,
      ...PUBLIC,
      ...OWN,
      '--previous',
      at('1.jpack'),
      '--out',
      at('2.jpack'),
    ]);
    expect(signed.out).toMatch(/release 1\.2, fresh until/);
    expect(signed.out).toContain('+1 / -0 entries since 1.1');
    expect(signed.out).toMatch(
      /Fingerprint of the release: ([bdfghjklmnprstvz][aiou]){2}[bdfghjklmnprstvz]-/,
    );
    const verified = await run(['verify', at('1.jpack'), at('2.jpack'), ...PUBLIC]);
    expect(verified.code).toBe(0);
    expect(verified.out).toContain('release 1.2');
    expect(await run(['verify', at('2.jpack'), at('1.jpack'), ...PUBLIC])).toMatchObject({
      code: 2,
      error: expect.stringContaining('is older'),
    });
  });

  it('are judged and signed with nothing but the form of a kit, and give their pack back', async () => {
    const sources = [{ url: 'https://paket.rekaan.example/x.jpack', ...keysIn('kunci') }];
    const form = (name: string, packSources: readonly object[]) => {
      writeFileSync(at(name), JSON.stringify({ agency: 'A', policy: { packSources } }));
      return ['--keys', at(name)];
    };
    const one = form('form.json', sources);
    const verified = await run(['verify', at('1.jpack'), ...one, '--out', at('kembali.json')]);
    expect(verified).toMatchObject({ code: 0, error: expect.stringContaining('kembali.json, unsigned') });
    expect(JSON.parse(readFileSync(at('kembali.json'), 'utf8'))).toEqual(inventedPack(2));
    const sign = [
      'sign',
      at('kembali.json'),
      ...OWN,
      '--previous',
      at('1.jpack'),
      '--out',
      at('lanjut.jpack'),
    ];
    expect(await run([...sign, ...one])).toMatchObject({ code: 0 });
    const two = form('dua-daftar.json', [...sources, { ...sources[0], packId: 'lain-2031' }]);
    expect(await run(['verify', at('1.jpack'), ...two])).toMatchObject({
      code: 2,
      error: expect.stringContaining(`several lists (${PACK_ID}, lain-2031)`),
    });
    expect(await run(['verify', at('1.jpack'), ...form('tanpa.json', [])])).toMatchObject({
      code: 2,
      error: expect.stringContaining('no file of public keys'),
    });
  });

  it('that browsers would hold back are not signed, unless one insists', async () => {
    const args = [
      'sign',
      packFile('kosong.json', 0),
      ...PUBLIC,
      ...OWN,
      '--previous',
      at('1.jpack'),
      '--out',
      at('k.jpack'),
    ];
    // An empty pack is a fault too.
    const despite = [...args, '--despite-faults'];
    expect(await run(despite)).toMatchObject({
      code: 2,
      error: expect.stringContaining('it has no entry; it drops 100 %'),
    });
    expect(await run([...args, '--even-so'])).toMatchObject({ code: 2, out: '' });
    expect((await run([...despite, '--even-so'])).code).toBe(0);
  });

  describe('with what lint calls an error', () => {
    const faulty = () => {
      const pack = inventedPack(2);
      const [first] = pack.entities;
      writeFileSync(
        at('salah.json'),
        JSON.stringify({
          ...pack,
          entities: pack.entities.map((entity) =>
            entity === first ? { ...entity, name: 'ISI NAMA CALON 1', source: '-' } : entity,
          ),
        }),
      );
      return at('salah.json');
    };

    it('are not signed, nor are their bytes written, and the words are those of lint', async () => {
      const pack = faulty();
      const linted = await run(['lint', pack]);
      const errors = linted.out.split(/\n(?=\S)/).filter((line) => line.startsWith('error: '));
      expect(errors.length).toBeGreaterThan(1);
      for (const means of [
        [...OWN, '--out', at('salah.jpack')],
        ['--bytes', at('salah.bytes')],
      ]) {
        const { code, out, error } = await run(['sign', pack, ...PUBLIC, ...means]);
        expect({ code, out }).toEqual({ code: 2, out: '' });
        for (const line of errors) expect(error).toContain(line.trimEnd());
        expect(error).not.toContain('advice: ');
        expect(error).toContain(`Not signed: the pack has errors (${errors.length}, above). Mend them`);
      }
      for (const name of ['salah.jpack', 'salah.bytes', 'salah.bytes.payload'])
        expect(existsSync(at(name))).toBe(false);
    });

    it('are signed when the call says so, with the errors all the same', async () => {
      const pack = faulty();
      const insisting = await run([
        'sign',
        pack,
        ...PUBLIC,
        ...OWN,
        '--out',
        at('salah.jpack'),
        '--despite-faults',
      ]);
      expect(insisting.code).toBe(0);
      expect(insisting.error).toMatch(/^error: line \d+: .*because of --despite-faults\.\n$/s);
      expect((await run(['verify', at('salah.jpack'), ...PUBLIC])).code).toBe(0);
      const bytes = await run(['sign', pack, ...PUBLIC, '--bytes', at('salah.bytes'), '--despite-faults']);
      expect(bytes).toMatchObject({ code: 0, out: expect.stringContaining('To be signed') });
    });

    it('which is no pack at all is said in the words of lint, and no flag helps', async () => {
      writeFileSync(at('rusak.json'), JSON.stringify({ ...inventedPack(2), title: 5 }));
      const args = ['sign', at('rusak.json'), ...PUBLIC, ...OWN, '--out', at('rusak.jpack')];
      const { error } = await run(args);
      expect(error).toContain((await run(['lint', at('rusak.json')])).out);
      expect((await run([...args, '--despite-faults'])).code).toBe(2);
      expect(existsSync(at('rusak.jpack'))).toBe(false);
    });
  });

  it('are signed by other means over the bytes that are written out', async () => {
    const bytes = at('akan-ditandatangani');
    expect((await run(['sign', two, ...PUBLIC, '--bytes', bytes])).code).toBe(0);
    const { privateKey } = await readKeyFile(at('kunci/signing.key.json'), 'signing', SECRET);
    const key = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' });
    writeFileSync(at('sig.der'), createSign('sha256').update(readFileSync(bytes)).sign(key));
    const args = ['sign', '--payload', `${bytes}.payload`, ...PUBLIC, '--out', at('luar.jpack')];
    expect((await run([...args, '--signature', at('sig.der')])).code).toBe(0);
    expect((await run(['verify', at('luar.jpack'), ...PUBLIC])).code).toBe(0);
    writeFileSync(at('salah.der'), createSign('sha256').update('other').sign(key));
    expect(await run([...args, '--signature', at('salah.der')])).toMatchObject({
      code: 2,
      error: expect.stringContaining('over other bytes'),
    });
  });

  it('change keys in two steps, and want two of three signatures when told so', async () => {
    const next = [
      '--next-key',
      publicKeyIn('baru'),
      '--next-key',
      publicKeyIn('kedua'),
      '--next-key',
      publicKeyIn('kunci'),
    ];
    const step = [
      'sign',
      two,
      ...PUBLIC,
      ...OWN,
      '--previous',
      at('1.jpack'),
      ...next,
      '--threshold',
      '2',
      '--out',
      at('r2.jpack'),
    ];
    const { code, out } = await run(step);
    expect(code).toBe(0);
    const keys = [publicKeyIn('baru'), publicKeyIn('kedua'), publicKeyIn('kunci')];
    const { recoveryKey } = keysIn('kunci');
    const words = fingerprintWords(await keyFingerprint({ signingKeys: keys, recoveryKey }));
    expect(out).toContain(`Fingerprint of the keys that count after this release: ${words}\n`);
    const last = ['sign', two, ...PUBLIC, '--previous', at('r2.jpack'), '--out', at('r3.jpack')];
    const withNew = ['--key', at('baru/signing.key.json'), '--key', at('kedua/signing.key.json')];
    expect((await run([...last, ...withNew])).code).toBe(0);
    const all = [at('1.jpack'), at('r2.jpack'), at('r3.jpack')];
    expect(await run(['verify', ...all, ...PUBLIC])).toMatchObject({ code: 0, error: '' });
    // With too few, or with the key that was left behind, nothing is written: no browser would take it.
    for (const key of ['baru', 'kunci']) {
      const few = [...last, '--key', at(`${key}/signing.key.json`), '--out', at('few.jpack')];
      expect(await run(few)).toMatchObject({
        code: 2,
        error: expect.stringContaining('browsers would refuse this release'),
      });
      expect(existsSync(at('few.jpack'))).toBe(false);
    }
    // Beside an earlier release it is good; beside the later one `verify` says the same.
    const early = ['sign', two, ...PUBLIC, ...OWN, '--previous', at('1.jpack'), '--out', at('r4.jpack')];
    expect((await run(early)).code).toBe(0);
    expect(await run(['verify', at('1.jpack'), at('r2.jpack'), at('r4.jpack'), ...PUBLIC])).toMatchObject({
      code: 2,
      error: expect.stringContaining('not signed by enough'),
    });
  });

  it('the key that was left behind signs nothing more, also where the public keys are those of today', async () => {
    const named = ['--next-key', publicKeyIn('baru'), '--out', at('n2.jpack')];
    expect((await run(['sign', two, ...PUBLIC, ...OWN, '--previous', at('1.jpack'), ...named])).code).toBe(0);
    const today = at('today.json');
    writeFileSync(today, JSON.stringify({ ...keysIn('kunci'), signingKeys: [publicKeyIn('baru')] }));
    for (const keys of [PUBLIC, ['--keys', today]]) {
      const next = ['sign', two, ...keys, '--previous', at('n2.jpack'), '--out', at('n3.jpack')];
      expect(await run([...next, ...OWN])).toMatchObject({ code: 2 });
      expect((await run([...next, '--key', at('baru/signing.key.json')])).code).toBe(0);
    }
  });

  it('recover from a stolen key', async () => {
    const thief = ['sign', three, ...PUBLIC, ...OWN, '--previous', at('1.jpack'), '--out', at('thief.jpack')];
    expect((await run(thief)).code).toBe(0);
    const statement = [
      'recover',
      ...['--key', at('kunci/recovery.key.json'), '--previous', at('1.jpack'), '--out', at('s.json')],
      ...['--new-key', publicKeyIn('baru'), '--revoke', publicKeyIn('kunci')],
    ];
    expect(await run(statement)).toMatchObject({ code: 0, out: expect.stringContaining('Epoch 2') });
    const fresh = ['sign', two, ...PUBLIC, '--key', at('baru/signing.key.json')];
    const first = [
      ...fresh,
      '--previous',
      at('1.jpack'),
      '--recovery',
      at('s.json'),
      '--out',
      at('e2.jpack'),
    ];
    expect(await run(first)).toMatchObject({ code: 0, out: expect.stringContaining('release 2.1') });
    const second = [...fresh, '--previous', at('e2.jpack'), '--out', at('e3.jpack')];
    expect(await run(second)).toMatchObject({ code: 0, out: expect.stringContaining('release 2.2') });
    const files = [at('1.jpack'), at('thief.jpack'), at('e2.jpack'), at('e3.jpack')];
    expect(await run(['verify', ...files, ...PUBLIC])).toMatchObject({ code: 0, error: '' });
    expect(await run(['verify', at('e2.jpack'), at('thief.jpack'), ...PUBLIC])).toMatchObject({
      code: 2,
      error: expect.stringContaining('counts no more'),
    });
  });

  it('cannot be signed with what belongs to another pack', async () => {
    await run(['keys', '--id', 'lain-2031', '--out', at('lain')]);
    const args = ['sign', two, ...PUBLIC, '--key', at('lain/signing.key.json'), '--out', at('x.jpack')];
    expect(await run(args)).toMatchObject({ code: 2, error: expect.stringContaining('signs "lain-2031"') });
    expect(keysIn('lain').packId).toBe('lain-2031');
    expect(
      await run(['sign', two, '--keys', at('lain/keys.public.json'), ...OWN, '--out', at('x.jpack')]),
    ).toMatchObject({
      code: 2,
      error: expect.stringContaining('holds the keys of "lain-2031"'),
    });
  });
});

it.each([
  [['sign'], 'needs --keys'],
  [['sign', 'x.json', '--keys', 'none.json', '--key', 'k', '--out', 'y'], 'none.json cannot be read'],
  [['verify'], 'needs a file'],
  [['recover', '--key', 'a'], 'pack recover needs'],
  [['keys', '--id', 'Huruf Besar', '--out', 'x'], 'lower-case'],
  [['terbang'], 'unknown command "pack terbang"'],
  [['sign', '--nonsense'], 'nonsense'],
])('pack %j says what is wrong', async (args, message) => {
  expect(await run(args)).toMatchObject({ code: 2, error: expect.stringContaining(message) });
});

describe('signatures of other tools', () => {
  const raw = Uint8Array.from({ length: 64 }, (_, index) => index + 1);
  const der = (r: readonly number[], s: readonly number[]) =>
    Uint8Array.from([0x30, r.length + s.length + 4, 2, r.length, ...r, 2, s.length, ...s]);

  it('are read raw and as DER, with halves shorter and longer than 32 bytes', () => {
    expect(fromBase64Url(readSignature(raw) ?? '')).toEqual(raw);
    const bytes = fromBase64Url(readSignature(der([5], [0, 0xff, ...raw.slice(33)])) ?? '');
    expect(bytes).toEqual(Uint8Array.from([...new Array(31).fill(0), 5, 0xff, ...raw.slice(33)]));
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['text', new TextEncoder().encode('-----BEGIN')],
    ['a half that is too long', der([1], [1, ...raw.slice(0, 32)])],
    ['one that was cut off', der([1], [2]).slice(0, -1)],
    ['one with more behind it', Uint8Array.from([...der([1], [2]), 0])],
    ['a length that lies', Uint8Array.from([0x30, 6, 2, 9, 1, 2, 1, 2])],
  ])('%s is none', (_name, bytes) => expect(readSignature(bytes)).toBeUndefined());
});

import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommand } from './command-line.ts';
import { fullForm, kitOf, publicKey } from './kit-readers.ts';
import { createPublisher, PACK_ID, type Parts, signedFile } from './publisher.ts';

const folder = mkdtempSync(join(tmpdir(), 'jaga-netral-kit-'));
afterAll(() => rmSync(folder, { recursive: true }));
let number = 0;
const fresh = (): string => {
  number += 1;
  return join(folder, String(number));
};
const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

const kit = (...args: readonly string[]) => runCommand(['pack', 'kit', ...args]);

const withSource = (url: string) => ({
  agency: 'A',
  policy: { packSources: [{ ...fullForm.policy.packSources[0], url }] },
});

const filesIn = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .sort();
const chrome = (out: string) =>
  JSON.parse(readFileSync(join(out, 'linux/etc/opt/chrome/policies/managed/jaga-netral.json'), 'utf8'));

describe('jaga-netral pack kit', () => {
  it('writes all files, and a zip with the same', async () => {
    const out = fresh();
    const { code, error, out: said } = await kit('--form', file('form.json', fullForm), '--out', out);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    const expected = await kitOf(fullForm);
    expect(filesIn(out)).toEqual([...expected.keys(), 'jaga-netral-kit.zip'].sort());
    for (const [path, text] of expected) expect(readFileSync(join(out, path), 'utf8'), path).toBe(text);
    const zip = readFileSync(join(out, 'jaga-netral-kit.zip'));
    const unzipped = Object.entries(unzipSync(zip)).map(([path, bytes]) => [path, strFromU8(bytes)]);
    expect(unzipped).toEqual([...expected]);
    expect(said).toContain(`SHA-256 of the zip: ${createHash('sha256').update(zip).digest('hex')}`);
    const again = fresh();
    await kit('--form', join(folder, 'form.json'), '--out', again);
    expect(readFileSync(join(again, 'jaga-netral-kit.zip')).equals(zip)).toBe(true);
  });

  it('prints a form that it then takes', async () => {
    const { out: form } = await kit('--new-form');
    const out = fresh();
    expect((await kit('--form', file('new.json', `\ufeff${form}`), '--out', out)).code).toBe(0);
    expect(existsSync(join(out, 'BACA-SAYA.html'))).toBe(true);
  });

  it('takes the main values as flags, which count more than the form', async () => {
    const out = fresh();
    const keys = {
      packId: 'contoh',
      signingKeys: [publicKey('a')],
      recoveryKey: publicKey('b'),
      note: 'left out',
    };
    const { code, error } = await kit(
      ...['--out', out, '--form', file('little.json', { agency: 'A', policy: { maxLogLevel: 2 } })],
      ...['--agency', 'BKPSDM Rekaan', '--max-log-level', '0', '--max-retention-days', '7'],
      ...['--disable-export', '--disable-user-packs'],
      ...['--source', 'https://a.go.id/x.jpack', '--keys', file('keys.public.json', keys)],
      ...['--host', 'https://a.go.id/paket/', '--version', '0.2.0'],
    );
    expect({ code, error }).toEqual({ code: 0, error: '' });
    const { note, ...source } = keys;
    expect(chrome(out)).toEqual({
      '3rdparty': {
        extensions: {
          [fullForm.chrome.id]: {
            agencyName: 'BKPSDM Rekaan',
            maxLogLevel: 0,
            maxRetentionDays: 7,
            disableExport: true,
            disableUserPacks: true,
            packSources: [{ url: 'https://a.go.id/x.jpack', ...source }],
          },
        },
      },
      ExtensionSettings: {
        [fullForm.chrome.id]: {
          installation_mode: 'force_installed',
          update_url: 'https://a.go.id/paket/update.xml',
          override_update_url: true,
        },
      },
    });
    expect(filesIn(out)).toContain('web-server/updates.json');
  });

  it('reads the keys of a source from the file that the form names, beside the form', async () => {
    mkdirSync(join(folder, 'there'));
    const keys = { packId: 'contoh', signingKeys: [publicKey('a')], recoveryKey: publicKey('b') };
    file('there/keys.public.json', keys);
    const source = { url: 'https://a.go.id/x.jpack', keys: 'keys.public.json' };
    const form = file('there/form.json', { agency: 'A', policy: { packSources: [source] } });
    const out = fresh();
    expect(await kit('--form', form, '--out', out)).toMatchObject({ code: 0, error: '' });
    expect(chrome(out)['3rdparty'].extensions[fullForm.chrome.id].packSources).toEqual([
      { ...keys, url: source.url },
    ]);
  });

  it('puts a signed list into the policy where the form names its file', async () => {
    mkdirSync(join(folder, 'here'));
    const keys = { packId: 'contoh', signingKeys: [publicKey('a')], recoveryKey: publicKey('b') };
    file('here/keys.public.json', keys);
    file('here/contoh.jpack', { v: 1 });
    const url = `data:application/json;base64,${Buffer.from('{"v":1}').toString('base64')}`;
    const source = { url: 'contoh.jpack', keys: 'keys.public.json' };
    const form = file('here/form.json', { agency: 'A', policy: { packSources: [source] } });
    const out = fresh();
    expect(await kit('--form', form, '--out', out)).toMatchObject({ code: 0, error: '' });
    const policies = JSON.parse(readFileSync(join(out, 'firefox/policies.json'), 'utf8')).policies;
    expect(policies['3rdparty'].Extensions[fullForm.firefox.id].packSources).toEqual([{ ...keys, url }]);
    const absent = { agency: 'A', policy: { packSources: [{ ...source, url: 'lain.jpack' }] } };
    expect(await kit('--form', file('here/lain.json', absent), '--out', fresh())).toMatchObject({
      code: 2,
      error: expect.stringContaining('lain.jpack cannot be read'),
    });
  });

  it('says when browsers would refuse a list inside of the policy, or call it old', async () => {
    const publisher = await createPublisher();
    const told = async (name: string, parts: Parts, keys: object = publisher.keys) => {
      writeFileSync(join(folder, `${name}.jpack`), await signedFile(publisher, parts));
      const publicFile = file(`${name}.keys.json`, { packId: PACK_ID, ...keys });
      const source = ['--source', join(folder, `${name}.jpack`), '--keys', publicFile];
      const { code, out } = await kit('--agency', 'A', ...source, '--out', fresh());
      expect(code).toBe(0);
      return out;
    };
    const lasting = { expiresAt: '2999-01-01T00:00:00Z' };
    const old = { issuedAt: '2020-01-01T00:00:00Z', expiresAt: '2020-02-01T00:00:00Z' };
    expect(await told('baru', { payload: lasting })).not.toMatch(/list "rekaan-2031"/);
    expect(await told('lama', { payload: old })).toContain('is old since 2020-02-01T00:00:00Z');
    const strange = { ...publisher.keys, signingKeys: [publicKey('a')] };
    expect(await told('lain', { payload: lasting }, strange)).toContain(
      'would refuse the list "rekaan-2031" inside the policy: it is not signed by enough',
    );
    const url = 'data:application/json;base64,A';
    const cut = file('cut.json', {
      agency: 'A',
      policy: { packSources: [{ url, packId: PACK_ID, ...publisher.keys }] },
    });
    const { code, out } = await kit('--form', cut, '--out', fresh());
    expect(code).toBe(0);
    expect(out).toContain('inside the policy: it is no signed pack');
  });

  it('sets values only, when told so', async () => {
    const out = fresh();
    expect((await kit('--agency', 'A', '--no-install', '--out', out)).code).toBe(0);
    expect(chrome(out)).toEqual({
      '3rdparty': { extensions: { [fullForm.chrome.id]: { agencyName: 'A' } } },
    });
  });

  it.each([
    [
      'a path of Windows to a list that is not there',
      ['--out', 'OUT', '--agency', 'A', '--source', 'C:\\kunci\\x.jpack', '--keys', 'k.json'],
      'x.jpack cannot be read',
    ],
    [
      'an address with a query, with a hint',
      ['--out', 'OUT', '--form', file('query.json', withSource('https://a.go.id/x.jpack?a=1'))],
      'policy.packSources[0].url: is no address that browsers fetch: https, no ? and no #; nor is it a file X.jpack (a list',
    ],
    ['no folder', ['--agency', 'A'], 'needs --out DIR'],
    ['an unknown flag', ['--out', 'x', '--log-to', 'y'], 'log-to'],
    ['no form', ['--out', 'OUT', '--form', join(folder, 'none.json')], 'cannot be read'],
    [
      'a source without keys',
      ['--out', 'OUT', '--agency', 'A', '--source', 'https://a.go.id/x'],
      '--keys FILE',
    ],
    [
      'a level that is none',
      ['--out', 'OUT', '--agency', 'A', '--max-log-level', 'none'],
      '0 (no log), 1 (brief)',
    ],
    ['a long name', ['--out', 'OUT', '--agency', 'a'.repeat(61)], 'policy.agencyName: is too long (1 to 60'],
    ['a line end in a name', ['--out', 'OUT', '--agency', 'a\nb'], 'agency: holds a line end'],
    ['no agency', ['--out', 'OUT'], 'agency: is missing'],
    [
      'two ways at once',
      ['--out', 'OUT', '--agency', 'A', '--no-install', '--host', 'https://a.go.id/'],
      'exclude',
    ],
  ])('refuses %s, and writes nothing', async (_name, args, words) => {
    const out = fresh();
    const { code, out: said, error } = await kit(...args.map((word) => (word === 'OUT' ? out : word)));
    expect({ code, said }).toEqual({ code: 2, said: '' });
    expect(error).toContain(words);
    expect(existsSync(out)).toBe(false);
  });

  it('does not write among other files', async () => {
    const { code, error } = await kit('--agency', 'A', '--out', folder);
    expect(code).toBe(2);
    expect(error).toContain('is not empty');
  });

  it('has its help', async () => {
    const { code, out } = await kit('--help');
    expect(code).toBe(0);
    expect(out).toContain('--new-form');
  });
});

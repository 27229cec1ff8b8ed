import './quick-passphrases.ts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { languageIn } from '../../src/cli/command-language.ts';
import { PACK_COMMANDS } from '../../src/cli/pack/pack-help.ts';
import { PASSPHRASE_VARIABLE } from '../../src/cli/pack/passphrase.ts';
import { runCommand } from './command-line.ts';
import { inventedPack, PACK_ID } from './publisher.ts';

// What the gate and lint see has tests of its own; reading ordinary posts takes longer than all the rest here.
vi.mock('../../src/core/trial/neutral-posts.json', () => ({ default: ['Selamat pagi', 'Hujan sejak sore'] }));
vi.mock('../../src/core/pack-lint/pack-lint-neutral.json', () => ({
  default: { sentences: ['Selamat pagi'] },
}));

const folder = mkdtempSync(join(tmpdir(), 'jaga-netral-speech-'));
const at = (name: string) => join(folder, name);
const run = (...args: string[]) => runCommand(['pack', ...args]);
const speak = (language: string) => {
  for (const name of ['LC_ALL', 'LC_MESSAGES']) vi.stubEnv(name, '');
  vi.stubEnv('LANG', language);
};

afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => vi.stubEnv(PASSPHRASE_VARIABLE, 'tiga ekor kuda hitam'));
afterEach(() => vi.unstubAllEnvs());

describe('the language of a call', () => {
  it.each([
    [['lint', 'a.json', '--language', 'id'], 'id', ['lint', 'a.json']],
    [['--language', 'id', 'lint', 'a.json'], 'id', ['lint', 'a.json']],
    [['lint', '--language=id', 'a.json'], 'id', ['lint', 'a.json']],
    [['lint', 'a.json'], 'en', ['lint', 'a.json']],
  ])('%j', (args, language, rest) => {
    speak('C.UTF-8');
    expect(languageIn(args)).toEqual({ language, rest });
  });

  it('is that of the system unless the call says another, and no third one', async () => {
    speak('id_ID.UTF-8');
    expect(languageIn(['lint']).language).toBe('id');
    expect(languageIn(['lint', '--language', 'en']).language).toBe('en');
    vi.stubEnv('LC_ALL', 'en_US.UTF-8');
    expect(languageIn(['lint']).language).toBe('en');
    expect((await run('lint', 'a.json', '--language', 'su')).error).toContain('must be id or en, not "su"');
    expect((await run('lint', 'a.json', '--language')).error).toContain('must be id or en');
  });
});

describe('an officer whose system speaks Indonesian reads Indonesian', () => {
  beforeAll(async () => {
    vi.stubEnv(PASSPHRASE_VARIABLE, 'tiga ekor kuda hitam');
    writeFileSync(at('dua.json'), JSON.stringify(inventedPack(2)));
    writeFileSync(at('tiga.json'), JSON.stringify(inventedPack(3)));
    await run('new', '--out', at('templat.json'), '--language', 'id');
    await run('keys', '--id', 'lain-2031', '--out', at('lain'));
    await run('keys', '--id', PACK_ID, '--out', at('kunci'));
  });
  beforeEach(() => speak('id_ID.UTF-8'));
  /** Without it every pack that is built in is compiled. */
  const SMALL = ['--pack', at('dua.json')];
  const keys = (name: string) => [
    '--keys',
    at(`${name}/keys.public.json`),
    '--key',
    at(`${name}/signing.key.json`),
  ];

  it.each<readonly [string, () => string[], RegExp]>([
    ['an unknown command', () => ['tulis'], /perintah "pack tulis" tidak dikenal/],
    [
      'a wrong option',
      () => ['lint', 'a.json', '--x'],
      /opsi --x tidak dikenal\ncara pakai: jaga-netral pack lint BERKAS\.json/,
    ],
    [
      'a missing file',
      () => ['test', at('tiada.json')],
      /tiada\.json tidak dapat dibaca: berkas itu tidak ada/,
    ],
    [
      'a missing corpus',
      () => ['test', at('dua.json'), '--corpus', at('tiada.jsonl')],
      /tidak dapat dibaca: berkas itu tidak ada/,
    ],
    [
      'no pack',
      () => ['diff', at('lain/keys.public.json'), at('dua.json')],
      /bukan paket yang sah:\nkesalahan: baris \d+: .*packId/s,
    ],
    [
      'keys that are there',
      () => ['keys', '--id', 'a', '--out', at('kunci')],
      /sudah ada, dan kunci tidak pernah ditimpa/,
    ],
    [
      'keys of another pack, with the way out',
      () => ['sign', at('dua.json'), ...keys('lain'), '--out', at('x.jpack')],
      /memuat kunci "lain-2031", bukan "rekaan-2031".*pack import --id lain-2031/,
    ],
    [
      'a key of another kind',
      () => [
        'sign',
        at('dua.json'),
        ...keys('kunci').slice(0, 3),
        at('kunci/recovery.key.json'),
        '--out',
        at('x.jpack'),
      ],
      /kunci pemulihan; di sini diperlukan kunci penanda tangan/,
    ],
    [
      'a file that is not signed',
      () => ['verify', at('dua.json'), ...keys('kunci').slice(0, 2)],
      /bukan paket bertanda tangan/,
    ],
    [
      'a form with faults',
      () => ['kit', '--out', at('kit'), '--max-log-level', '7'],
      /formulirnya belum benar:\n.*0 \(tanpa catatan\)/s,
    ],
    [
      'a pack with errors',
      () => ['sign', at('templat.json'), ...keys('kunci'), '--out', at('x.jpack')],
      /kesalahan: baris \d+: Isian ini masih berisi contoh dari templat, “ISI .*”\..*Tidak ditandatangani: paket ini ada kesalahannya/s,
    ],
    [
      'no keys of a pack',
      () => ['recover', '--out', at('x')],
      /pack recover memerlukan.*\ncara pakai: jaga-netral pack recover --key/,
    ],
    [
      'a folder that cannot be made',
      () => ['keys', '--id', 'a', '--out', '/dev/null/a'],
      /tidak dapat ditulis/,
    ],
  ])('%s', async (_name, args, said) => {
    const { code, error } = await run(...args());
    expect(error).toMatch(said);
    expect(code).toBe(2);
  });

  it('and what was done: template, check, examples, difference, keys, release', async () => {
    expect((await run('new', '--out', at('baru.csv'))).error).toContain(
      'Isilah, lalu: jaga-netral pack import',
    );
    expect((await run('import', at('baru.csv'), '--out', at('baru.json'))).error).toMatch(
      /baru\.csv: dibaca\n/,
    );
    expect((await run('lint', at('dua.json'))).error).toMatch(/^kesalahan: \d+, saran: \d+\n$/);
    expect((await run('test', at('dua.json'))).out).toMatch(/^contoh: \d+ dari \d+ sesuai\n/);
    expect((await run('diff', at('dua.json'), at('tiga.json'))).out).toMatch(
      /entri, \d+ berubah\n.*versinya sama/s,
    );
    expect((await run('keys', '--id', 'satu', '--out', at('satu'))).out).toMatch(
      /Sidik jari kunci: [a-z-]+\n/,
    );
    const signed = await run('sign', at('dua.json'), ...keys('kunci'), '--out', at('1.jpack'));
    expect(signed.out).toMatch(/rilis 1\.1, baru sampai .*Ditandatangani: .*Sidik jari rilis: [a-z-]+\n/s);
    const verified = await run('verify', at('1.jpack'), ...keys('kunci').slice(0, 2));
    expect(verified.out).toMatch(/rilis 1\.1\n {2}baru sampai .*\n.*\n {2}Sidik jari rilis: /);
    const kit = await run('kit', '--out', at('kit-baru'), '--agency', 'BKPSDM Rekaan', '--no-install');
    expect(kit.out).toMatch(/^\d+ berkas dan .*Mulai dari BACA-SAYA\.html\n$/s);
  });

  it('and how each command is called', async () => {
    const { out, code } = await run('--help');
    expect(code).toBe(0);
    for (const name of PACK_COMMANDS) {
      const { out: one } = await run(name, '--help');
      expect(one).toMatch(new RegExp(`^pack ${name} `));
      expect(out).toContain(one);
      const english = (await run(name, '--help', '--language', 'en')).out;
      expect(english).not.toBe(one);
      const optionsOf = (text: string) => [...new Set(text.match(/--[a-z-]+/g))].sort();
      expect(optionsOf(one)).toEqual(optionsOf(english));
    }
    expect((await run('sign', '--help')).out).toContain('Menandatangani rilis');
  });

  it.each<readonly [readonly string[], string, RegExp]>([
    [['match', ...SMALL], 'tidak json\n', /^baris 1: bukan JSON yang sah\n$/],
    [['match', ...SMALL], '{"id":1,"text":5}\n', /^baris 1: "text" harus teks\n$/],
    [
      ['match', '--pack', 'tiada'],
      '',
      /"tiada" bukan berkas dan bukan paket bawaan; paket bawaan: general, /,
    ],
    [['match', ...SMALL, '--region', 'Nusantara'], '', /tidak ada pemilihan di daerah "Nusantara"/],
    [
      ['match', '--date', 'besok'],
      '',
      /--date harus tanggal.*\ncara pakai: jaga-netral match \[--pack BERKAS/,
    ],
    [['match', '--pack'], '', /--pack.*nilainya belum disebut.*\ncara pakai: jaga-netral match/],
    [['inspect'], '', /diperlukan tepat satu berkas\ncara pakai: jaga-netral inspect \[--url ALAMAT\]/],
    [['inspect', 'tiada.html'], '', /tiada\.html tidak dapat dibaca: berkas itu tidak ada/],
    [
      ['inspect', '--url', 'https://contoh.example/', 'a.html'],
      '',
      /tidak ada situs yang dikenal untuk contoh/,
    ],
    [['lukis'], '', /perintah "lukis" tidak dikenal; coba jaga-netral --help/],
    [[], '', /tidak ada perintah/],
  ])('outside of pack too: %j', async (args, input, said) => {
    const { code, error } = await runCommand(args, input);
    expect(error).toMatch(said);
    expect(code).toBe(2);
  });

  it('and how the commands outside of pack are called', async () => {
    const { out } = await runCommand(['--help']);
    for (const name of ['match', 'inspect']) {
      const { out: one, code } = await runCommand([name, '--help']);
      expect(code).toBe(0);
      expect(one).toMatch(new RegExp(`^${name} `));
      expect(out).toContain(one);
      const english = (await runCommand([name, '--help', '--language', 'en'])).out;
      expect(english).not.toBe(one);
      expect((await runCommand(['--help', '--language=en'])).out).toContain(english);
      // Both languages speak of the same options.
      const optionsOf = (text: string) => [...new Set(text.match(/--[a-z-]+/g))].sort();
      expect(optionsOf(one)).toEqual(optionsOf(english));
    }
  });

  it('unless the call asks for English', async () => {
    expect((await run('tulis', '--language', 'en')).error).toContain('unknown command "pack tulis"');
  });
});

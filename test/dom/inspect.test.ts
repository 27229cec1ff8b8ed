// @vitest-environment node
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Post } from '../../src/core/types.ts';
import { facebook } from '../../src/sites/facebook/facebook.ts';
import { structureReport } from '../../src/sites/structure-report.ts';
import { runCommand } from '../unit/command-line.ts';
import { fixture, fixturePath } from './fixture.ts';

async function run(...args: string[]) {
  const { code, out, error } = await runCommand(['inspect', ...args]);
  return { code, stdout: out, stderr: error };
}

function saved(html: string, name = 'page.html'): string {
  const file = join(mkdtempSync(join(tmpdir(), 'jaga-netral-inspect-')), name);
  writeFileSync(file, html);
  return file;
}

const POST = (inner: string) =>
  `<div role="article"><h3><a href="/a.uji">Ani Uji</a></h3><div data-ad-rendering-role="story_message">${inner}</div><div role="button" aria-label="Suka"><i data-ad-rendering-role="like_button"></i></div></div>`;

describe('inspect', () => {
  it('prints posts, controls with the key of their post, and health', async () => {
    const { code, stdout, stderr } = await run(
      '--url',
      'https://www.facebook.com/groups/1',
      fixturePath('facebook/group.id.html'),
    );
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const result = JSON.parse(stdout);
    expect(result.site).toBe('facebook');
    expect(result.posts).toHaveLength(2);
    expect(result.posts[0]).toMatchObject({
      key: '/groups/100200300/posts/777',
      quoted: null,
      group: 'Grup Uji Pasar Sumber Asri',
    });
    // The like of the first post is done already and is therefore no control.
    expect(result.controls[0]).toEqual({
      action: 'join',
      role: 'commit',
      label: 'Gabung',
      post: '/groups/100200300/posts/777',
    });
    expect(result.health).toEqual({
      posts: 2,
      controls: { like: 2, comment: 4, reply: 2, share: 1, join: 1 },
      state: 'ok',
    });
  });

  it('gives null for controls outside a post', async () => {
    const { stdout } = await run(
      '--url',
      'https://www.facebook.com/',
      fixturePath('facebook/dialog.id.html'),
    );
    const posts = JSON.parse(stdout).controls.filter(
      (control: { action: string }) => control.action === 'react',
    );
    expect(posts.map((control: { post: unknown }) => control.post)).toEqual([null, null, null, null, null]);
  });

  it('says when there are no posts or no controls', async () => {
    const state = async (html: string) =>
      JSON.parse((await run('--url', 'https://www.facebook.com/', saved(html))).stdout).health.state;
    expect(await state('<p>Masuk ke Facebook</p>')).toBe('no-posts');
    expect(await state(POST('Hai').replace(/<div role="button".*?<\/div>/, ''))).toBe('no-controls');
    expect(await state(POST('Hai'))).toBe('ok');
  });

  it('reads a structure report, which has no words but the same controls and health', async () => {
    const address = 'https://www.facebook.com/groups/1';
    const original = fixture('facebook/group.id.html', address);
    const file = saved(JSON.stringify(structureReport(facebook, original)), 'report.json');
    const { code, stdout, stderr } = await run('--url', address, file);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const page = JSON.parse((await run('--url', address, fixturePath('facebook/group.id.html'))).stdout);
    const report = JSON.parse(stdout);
    const kinds = (controls: readonly { action: string; role: string }[]) =>
      controls.map(({ action, role }) => `${action} ${role}`);
    expect(kinds(report.controls)).toEqual(kinds(page.controls));
    expect(report.health).toEqual(page.health);
    // Addresses keep their shape: the first post has one of its own.
    expect(report.controls[0]).toMatchObject({ label: 'Gabung', post: '/groups/0/posts/0' });
    expect(page.posts[0].text).not.toBe('');
    expect(report.posts.map(({ author, text }: Post) => author + text)).toEqual(['', '']);
  });

  it('refuses a report that is damaged, or of another site than that of --url', async () => {
    const report = structureReport(facebook, fixture('facebook/group.id.html', 'https://www.facebook.com/'));
    const file = saved(JSON.stringify(report), 'report.json');
    const other = await run('--url', 'https://x.com/home', file);
    expect(other.code).toBe(2);
    expect(other.stderr).toMatch(/report\.json cannot be used as a structure report: it is not one of x/);
    const damaged = await run('--url', 'https://x.com/home', saved('{"format": 7}', 'report.json'));
    expect(damaged.code).toBe(2);
    expect(damaged.stderr).toMatch(/as a structure report: it is none/);
  });

  it('reads style elements, data: sheets and inline styles, by specificity, importance and medium', async () => {
    const html = `<style>
      /* .a { display: none } */ .h{display:none} .k{display:none} div .k{display:block}
      .i{display:none!important} .i{display:block} @media print{.a{display:none}} @media (min-width:1px){.w{display:none}}
      .a:hover{display:none} .a::before{content:"}";display:none} .z{font-size:0}
    </style><link rel="stylesheet" href="data:text/css,.l%7Bposition%3Aabsolute%7D">
    ${POST('<b class="a">Satu</b><b class="h">X</b> <b class="k">dua</b><b class="i">X</b><b class="w">X</b><b style="display:none">X</b><b class="z">X</b><b class="l">q</b> tiga')}`;
    const { stdout } = await run('--url', 'https://www.facebook.com/', saved(html));
    expect(JSON.parse(stdout).posts[0].text).toBe('Satu dua tiga');
  });

  describe('the address of a saved page', () => {
    const key = async (html: string, ...args: string[]) =>
      JSON.parse((await run(...args, saved(html))).stdout).posts[0].key;
    const CANONICAL = '<link rel="canonical" href="https://www.facebook.com/a.uji/posts/3">';

    it.each([
      ['Chromium', `<!-- saved from url=(0038)https://www.facebook.com/a.uji/posts/1 -->${CANONICAL}`, 1],
      [
        'SingleFile',
        `<!--\n Page saved with SingleFile \n url: https://www.facebook.com/a.uji/posts/2 \n-->${CANONICAL}`,
        2,
      ],
      ['the link of the page', CANONICAL, 3],
      ['og:url', '<meta property="og:url" content="https://www.facebook.com/a.uji/posts/4">', 4],
      ['a byte order mark before it', `\ufeff<!doctype html>${CANONICAL}`, 3],
    ])('is the one by %s', async (_, head, number) => {
      expect(await key(`${head}${POST('Hai')}`)).toBe(`/a.uji/posts/${number}`);
    });

    it('--url wins, and may name a host below one that is known', async () => {
      const url = 'https://id-id.facebook.com/a.uji/posts/9';
      expect(await key(`${CANONICAL}${POST('Hai')}`, '--url', url)).toBe('/a.uji/posts/9');
    });

    it('a page of another site is refused', async () => {
      const { code, stderr } = await run(saved('<link rel="canonical" href="https://example.org/">'));
      expect(code).toBe(2);
      expect(stderr).toMatch(/no site is known for example\.org/);
    });

    it('a structure report names none', async () => {
      const { code, stderr } = await run(saved('{}'));
      expect(code).toBe(2);
      expect(stderr).toMatch(/--url is missing: a structure report names no address/);
    });
  });

  it('reads the style sheets that a browser saves beside the page, and nothing outside of its folder', async () => {
    const sheet = (href: string) => `<link rel="stylesheet" href="${href}">`;
    const outside = dirname(saved(''));
    const folder = join(outside, 'simpanan');
    mkdirSync(join(folder, 'Halaman_files'), { recursive: true });
    writeFileSync(join(folder, 'Halaman_files/a b.css'), '.h{display:none}');
    writeFileSync(join(outside, 'outside.css'), '.o{display:none}');
    const sheets = ['./Halaman_files/a%20b.css', '../outside.css', 'hilang.css'].map(sheet).join('');
    const file = join(folder, 'page.html');
    writeFileSync(file, `${sheets}${POST('<b class="h">X</b>Satu<b class="o"> dua</b>')}`);
    const { stdout } = await run('--url', 'https://www.facebook.com/', file);
    expect(JSON.parse(stdout).posts[0].text).toBe('Satu dua');
  });

  it('reads a page that is saved as MHTML, with its style sheets and its address', async () => {
    const part = (type: string, location: string, body: string, encoding = 'quoted-printable') =>
      `------B\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Location: ${location}\r\n\r\n${body}\r\n`;
    const html = `<link rel="stylesheet" href="cid:1"><link rel="stylesheet" href="cid:2">${POST('<b class="h">X</b>Café<b class="k">Y</b>')}`;
    const quoted = html
      .replaceAll('=', '=3D')
      .replace('é', '=C3=A9')
      .replace(/.{70}/g, (line) => (line.lastIndexOf('=') > 66 ? line : `${line}=\r\n`));
    const file = saved(
      `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.facebook.com/a.uji/posts/5\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----B"\r\n\r\n\r\n${part('text/html', 'x', quoted)}${part('text/css', 'cid:1', '.h{display:none}')}${part('text/css', 'cid:2', btoa('.k{display:none}'), 'base64')}------B--\r\n`,
    );
    const { stdout } = await run(file);
    expect(JSON.parse(stdout).posts[0]).toMatchObject({ text: 'Café', key: '/a.uji/posts/5' });
  });

  it('runs no script of the page', async () => {
    const html = `${POST('Asli')}<script>document.querySelector('[data-ad-rendering-role=story_message]').textContent = 'Palsu'</script>`;
    const { stdout } = await run('--url', 'https://www.facebook.com/', saved(html));
    expect(JSON.parse(stdout).posts[0].text).toBe('Asli');
  });

  it('reads a page of the Wayback Machine as the page that was archived', async () => {
    const archive = 'https://web.archive.org/web/20240102030405';
    const html = `<!-- saved from url=(0070)${archive}/https://www.facebook.com/kabar.uji --><body><div id="wm-ipp-base"><button>Suka</button></div>
${POST('Asli').replaceAll('href="/', `href="/web/20240102030405/https://www.facebook.com/`)}
<div role="article"><h3><a href="${archive}id_/https://www.facebook.com/wati.uji">Wati</a></h3><a href="/web/2024/https://www.facebook.com/wati.uji/posts/5">3 j</a><div data-ad-rendering-role="story_message">Hai</div><div role="button"><i data-ad-rendering-role="like_button"></i></div></div>`;
    const { posts, controls } = JSON.parse((await run(saved(html))).stdout);
    expect(posts[1]).toMatchObject({ key: '/wati.uji/posts/5', handle: 'wati.uji', text: 'Hai' });
    expect(posts[0].text).toBe('Asli');
    expect(controls.filter(({ post }: { post: string | null }) => post === null)).toEqual([]);
  });

  it('copes with a page of several megabytes', async () => {
    const rules = Array.from(
      { length: 24_000 },
      (_, index) => `.x${index}{display:flex;position:relative}`,
    ).join('');
    const padding = '<div class="x1 x2 x3"><span>isi</span></div>'.repeat(8_000);
    // Most of a saved page is the data that its scripts start from.
    const data = `<script type="application/json">${JSON.stringify('{"a":"<b>"}'.repeat(300_000))}</script>`;
    const html = `<style>${rules}</style>${POST('Coblos nomor 2').repeat(40)}<div>${padding}</div>${data}`;
    expect(html.length).toBeGreaterThan(3_000_000);
    const { stdout } = await run('--url', 'https://www.facebook.com/', saved(html));
    expect(JSON.parse(stdout).posts).toHaveLength(40);
  });

  it.each([
    [[fixturePath('facebook/group.id.html')], /--url is missing, and the page names no address/],
    [['report.json'], /report\.json cannot be read: there is no such file/],
    [['--url', 'https://www.facebook.com/'], /exactly one file is needed\nusage: jaga-netral inspect/],
    [['--url', 'https://www.facebook.com/', 'a.html', 'b.html'], /"b\.html" has no place/],
    [['--url', 'not a url', 'a.html'], /not a web address/],
    [['--url', 'file:///a', 'a.html'], /not a web address/],
    [['--url', 'https://example.org/', 'a.html'], /no site is known for example\.org.*www\.facebook\.com/],
    [['--url', 'https://www.facebook.com/', '/nowhere/a.html'], /\/nowhere\/a\.html cannot be read/],
    [['--wat', '--url', 'https://www.facebook.com/', 'a.html'], /--wat/],
  ])('%j fails with a clear message and exit code 2', async (args, message) => {
    const { code, stdout, stderr } = await run(...args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
  });
});

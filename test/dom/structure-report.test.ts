import { describe, expect, test } from 'vitest';
import { loadPage } from '../../src/cli/inspect/saved-page.ts';
import { pageOfStructure, StructureFault } from '../../src/cli/inspect/structure-document.ts';
import { healthOf } from '../../src/sites/health.ts';
import { structureReport } from '../../src/sites/structure-report.ts';
import { x } from '../../src/sites/x/x.ts';
import { page } from './fixture.ts';
import { chosen } from './x-page.ts';

const SECRETS = /sutrala|wijaksa|coblos|rahasia|menangkan|081234|98765|contoh\.example|secret/i;

const FULL = `<article data-testid="tweet" id="rahasia" class="rahasia" style="--a:rahasia" title="Rahasia"
  aria-label="Sutrala Wijaksa, coblos" aria-labelledby="rahasia" data-owner="Sutrala Wijaksa" data-mail="sutrala@contoh.example"
  data-testid2="rahasia" data-phone="081234567">
  <a href="/sutrala_w/status/98765?rahasia=1" data-testid="UserAvatar-Container-sutrala_w">Sutrala Wijaksa</a>
  <a role="button" href="https://contoh.example/rahasia#rahasia">contoh.example</a>
  <img src="https://contoh.example/rahasia.jpg" srcset="rahasia.jpg" alt="Wijaksa menangkan">
  <div data-testid="tweetText" lang="id">Coblos nomor 2, 081234567 rahasia</div>
  <input type="text" name="rahasia" value="rahasia" placeholder="Rahasia">
  <textarea>rahasia</textarea><time datetime="rahasia">rahasia</time>
  <div contenteditable="true" data-text="rahasia">rahasia</div>
  <script>"rahasia"</script><!-- rahasia -->
  <svg><title>Rahasia</title><path d="M12 2.59l5.7 5.7"/><path d="rahasia"/></svg>
  <button data-testid="98765-follow" aria-label="Ikuti Sutrala Wijaksa" formaction="/rahasia">Ikuti @sutrala_w 98</button>
  <div role="group"><button data-testid="like" aria-label="98 suka. Suka" aria-describedby="rahasia"></button></div>
  <a href="/rahasia">rahasia</a></article>`;

const reportOf = (html: string) => JSON.stringify(structureReport(x, page(html, 'https://x.com/home')));

describe('structure report', () => {
  test('a page full of names, texts and links gives none of them', () => {
    const text = reportOf(FULL);
    expect(text.match(SECRETS)).toBeNull();
    for (const kept of [
      '"data-testid":"like"',
      '"0-follow"',
      '"tweetText"',
      'Ikuti',
      '00 suka. Suka',
      'UserAvatar',
    ]) {
      expect(text).toContain(kept);
    }
  });

  test('numbers and addresses keep their kind only', () => {
    const text = reportOf(FULL);
    expect(text).toContain('"route":"/*/status/0"');
    expect(text).not.toContain('href');
    expect(text).not.toMatch(/[1-9]\d{3}/);
  });

  test('a long label is left out whole', () => {
    expect(reportOf(`<button>${'suka '.repeat(20)}</button>`)).not.toContain('suka');
  });

  test('fits the clipboard, and says that it is cut', () => {
    const report = structureReport(
      x,
      page(`<div role="list">${FULL.repeat(200)}</div>`, 'https://x.com/home'),
    );
    expect(JSON.stringify(report).length).toBeLessThanOrEqual(200_000);
    const many = structureReport(
      x,
      page('<button role="button">x</button>'.repeat(20_000), 'https://x.com/home'),
    );
    expect(JSON.stringify(many).length).toBeLessThanOrEqual(200_000);
    expect(many.isCut).toBe(true);
  });

  test.each(['feed.en.html', 'feed.id.html', 'icons.tl.html', 'cohort.en.html', 'thread.id.html'])(
    'health is the same on the report of %s',
    async (name) => {
      const original = chosen(name, 'campaign');
      const html = pageOfStructure(JSON.stringify(structureReport(x, original)), 'x');
      expect(healthOf(x, await loadPage({ html }, original.URL))).toEqual(healthOf(x, original));
    },
  );

  test.each<readonly [string, StructureFault['reason']]>([
    ['{', 'json'],
    ['[]', 'form'],
    ['{"format":"other","body":[]}', 'format'],
    ['{"format":"jaga-netral-structure-1","site":"facebook","body":["body",{}]}', 'site'],
    ['{"format":"jaga-netral-structure-1","site":"x","body":["body",{},7]}', 'element'],
    ['{"format":"jaga-netral-structure-1","site":"x","body":["body",{"onload":"a"}]}', 'attribute'],
  ])('%s is refused', (text, reason) => {
    expect(() => pageOfStructure(text, 'x')).toThrow(new StructureFault(reason));
  });

  test('a report cannot bring elements of its own', () => {
    const sneaky =
      '{"format":"jaga-netral-structure-1","site":"x","body":["body",{"lang":"\\"><script>"},"<script>"]}';
    expect(pageOfStructure(sneaky, 'x')).not.toContain('<script>');
  });
});

import { describe, expect, test } from 'vitest';
import { startChromium } from './driver/chromium.ts';
import { until } from './driver/driver.ts';
import { startFirefox } from './driver/firefox.ts';
import { protectedTab } from './scenario.ts';

describe.each([
  ['Chromium', startChromium],
  ['Firefox', startFirefox],
] as const)('the popup in %s', (_name, start) => {
  test('copies the structure report of the page in front', async () => {
    const browser = await start();
    try {
      const popup = await browser.openExtensionPage('pages/popup/index.html');
      await browser.open('https://x.com/feed.id.html');
      await protectedTab(popup, 'x.com');
      // Loaded again behind that tab, as a popup would be in front of it.
      await popup.evaluate('void (window.isOld = true, setTimeout(() => location.reload()))');
      // A page that is being loaded answers with an error, and the old one may still be there.
      await expect
        .poll(
          () =>
            popup.evaluate(
              `window.isOld !== true && document.querySelector('[aria-describedby=structure-note]') !== null`,
            ),
          { timeout: 15_000 },
        )
        .toBe(true);
      await popup.evaluate(`(() => {
        navigator.clipboard.writeText = async (text) => { window.copied = text; };
        document.querySelector('[aria-describedby=structure-note]').click();
      })()`);
      await until(popup, `document.querySelector('.structure-outcome').textContent !== ''`);
      const copied = await popup.evaluate<string>('window.copied');
      expect(JSON.parse(copied)).toMatchObject({
        format: 'jaga-netral-structure-1',
        site: 'x',
        isCut: false,
      });
    } finally {
      await browser.close();
    }
  });
});

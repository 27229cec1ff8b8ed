import './fake-browser.ts';
import { beforeEach, expect, it, vi } from 'vitest';
import { copyStructure } from '../../src/pages/popup/copy-structure.ts';
import { fakeBrowser, resetBrowser } from './fake-browser.ts';

const writeText = vi.fn(async () => undefined);
const inject = vi.fn();

beforeEach(() => {
  resetBrowser();
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  writeText.mockClear();
  inject.mockReset();
  Object.assign(fakeBrowser.tabs, { query: async () => [{ id: 7 }] });
  Object.assign(fakeBrowser.scripting, { executeScript: inject });
});

it('copies what the structure script gives for the page in front, not for its frames', async () => {
  inject.mockResolvedValue([{ frameId: 0, result: '{}' }]);
  await copyStructure();
  expect(inject).toHaveBeenCalledWith({ target: { tabId: 7 }, files: ['/content/structure.js'] });
  expect(writeText).toHaveBeenCalledWith('{}');
});

it.each([[[]], [[{ frameId: 0 }]], [[{ frameId: 0, result: null }]]])(
  'copies nothing when there is none: %j',
  async (results) => {
    inject.mockResolvedValue(results);
    await expect(copyStructure()).rejects.toThrow('no report');
    expect(writeText).not.toHaveBeenCalled();
  },
);

it('fails where the browser lets nothing in', async () => {
  inject.mockRejectedValue(new Error('Cannot access contents of the page'));
  await expect(copyStructure()).rejects.toThrow('Cannot access');
});

import type { Page } from 'playwright';

/** Picks a file of this text in a field. */
export function giveFile(page: Page, field: string, name: string, text: string): Promise<void> {
  return page
    .locator(field)
    .first()
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
}

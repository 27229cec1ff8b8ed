/**
 * Did `storage.local` refuse a value because there is no room for it? Chromium says so in the text ("Resource::kQuotaBytes quota
 * exceeded", "QUOTA_BYTES quota exceeded"), Firefox by the name.
 */
export function isQuotaError(error: unknown): boolean {
  return error instanceof Error && (error.name === 'QuotaExceededError' || /quota/i.test(error.message));
}

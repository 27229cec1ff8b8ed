/**
 * - `newer`: written by a newer version of the extension; nothing is touched
 * - `blocked`: another connection is in the way
 * - `full`: no space left, also after expired rows were deleted
 * - `locked`: the passphrase is needed first
 * - `lock-set`, `lock-off`: there is a lock already, there is none
 * - `failed`: anything else
 */
export type LogErrorCode = 'newer' | 'blocked' | 'full' | 'locked' | 'lock-set' | 'lock-off' | 'failed';

/** `message` is `log: ` and the code, because only the message of an error reaches the sender. */
export interface LogError extends Error {
  readonly code: LogErrorCode;
}

export function logError(code: LogErrorCode, cause?: unknown): LogError {
  return Object.assign(new Error(`log: ${code}`, { cause }), { code });
}

const codes: Record<string, LogErrorCode> = {
  VersionError: 'newer',
  BlockedError: 'blocked',
  QuotaExceededError: 'full',
};

/** Whatever goes wrong inside comes out as a `LogError`: texts of other errors may hold content. */
export async function reportErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isLogError(error) ? error : logError(codes[nameOf(error)] ?? 'failed', error);
  }
}

export function nameOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
}

function isLogError(error: unknown): error is LogError {
  return error instanceof Error && 'code' in error && error.message === `log: ${String(error.code)}`;
}

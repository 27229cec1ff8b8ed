/** What a policy has of a publisher's keys. All of it is public. */
export interface SourceKeys {
  readonly packId: string;
  readonly signingKeys: readonly unknown[];
  readonly recoveryKey: string;
}

/**
 * What `pack keys` wrote (`keys.public.json`): `{"packId","signingKeys","recoveryKey"}`. Other keys in it are not for a
 * policy. `not-an-object`, or `parts` where one of the three is missing; whether the keys are keys, `readKitForm` says.
 */
export function sourceKeysIn(value: unknown): SourceKeys | 'not-an-object' | 'parts' {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not-an-object';
  const { packId, signingKeys, recoveryKey } = value as Readonly<Record<string, unknown>>;
  if (typeof packId !== 'string' || !Array.isArray(signingKeys) || typeof recoveryKey !== 'string') {
    return 'parts';
  }
  return { packId, signingKeys, recoveryKey };
}

/** Whether a value may hold a private key: a key file of ours, a JSON Web Key, or the lines of a PEM file. */
export function looksSecret(text: string): boolean {
  return /"sealed"\s*:|"d"\s*:|-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text);
}

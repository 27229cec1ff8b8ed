import { adviceOnLists, type ListAdvice } from '../../core/kit/embedded-lists.ts';
import { type KitFault, readKitForm } from '../../core/kit/form.ts';
import { makeKit } from '../../core/kit/kit.ts';
import { fitsWindows } from '../../core/kit/registry.ts';
import en from '../../locales/kit.en.json' with { type: 'json' };
import id from '../../locales/kit.id.json' with { type: 'json' };
import { fromBase64 } from '../../shared/base64.ts';
import { packCryptography } from '../../shared/pack-cryptography.ts';
import { sha256 } from '../../shared/sha256.ts';
import { zipTexts } from '../../shared/zip-texts.ts';

export interface Kit {
  readonly zip: Uint8Array<ArrayBuffer>;
  readonly paths: readonly string[];
  /** Of the zip, in lower-case hex. */
  readonly sha256: string;
  /** Whether the files for Windows are in it. */
  readonly hasWindows: boolean;
  /** What browsers would refuse or call old. */
  readonly advice: readonly ListAdvice[];
}

/**
 * The very files that `pack kit --form` makes, as its zip; or everything that is wrong with the form.
 *
 * @param appVersion of the extension, `1.2.3`
 */
export async function kitOf(
  form: unknown,
  appVersion: string,
): Promise<Kit | { readonly faults: readonly KitFault[] }> {
  const result = readKitForm(form);
  if (!result.ok) return { faults: result.faults };
  const files = await makeKit(result.form, {
    texts: { id, en },
    sha256: (text) => sha256(new TextEncoder().encode(text)),
  });
  const zip = zipTexts(files);
  return {
    zip,
    paths: [...files.keys()],
    sha256: await sha256(zip),
    hasWindows: fitsWindows(result.form),
    advice: await adviceOnLists(result.form, {
      now: Date.now(),
      appVersion,
      cryptography: packCryptography,
      fromBase64,
    }),
  };
}

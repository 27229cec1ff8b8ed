import { type ChromiumBrowser, installEntry } from './browsers.ts';
import type { KitForm } from './form.ts';

const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Managed policies of Chromium-based browsers on Linux: one file beside those of others. */
export function chromiumPolicyFile(browser: ChromiumBrowser, form: KitForm): string | undefined {
  const { id } = form[browser];
  const entry = installEntry(browser, form);
  const hasPolicy = Object.keys(form.policy).length > 0;
  if (!entry && !hasPolicy) return undefined;
  return toJson({
    ...(hasPolicy ? { '3rdparty': { extensions: { [id]: form.policy } } } : {}),
    ...(entry ? { ExtensionSettings: { [id]: entry } } : {}),
  });
}

/** `policies.json` of Firefox, the same on every system. Firefox reads one file only. */
export function firefoxPolicyFile(form: KitForm): string | undefined {
  const { id } = form.firefox;
  const entry = installEntry('firefox', form);
  const hasPolicy = Object.keys(form.policy).length > 0;
  if (!entry && !hasPolicy) return undefined;
  return toJson({
    policies: {
      ...(hasPolicy ? { '3rdparty': { Extensions: { [id]: form.policy } } } : {}),
      ...(entry ? { ExtensionSettings: { [id]: entry } } : {}),
    },
  });
}

/** For the field *Policy for extensions* of the Google Admin console, which wraps each value. */
export function googleAdminFile(form: KitForm): string | undefined {
  const values = Object.entries(form.policy).map(([key, Value]) => [key, { Value }]);
  return values.length === 0 ? undefined : toJson(Object.fromEntries(values));
}

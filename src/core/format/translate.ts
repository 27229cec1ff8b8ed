export type Dictionary = Readonly<Record<string, string>>;
export type Parameters = Readonly<Record<string, string | number>>;

/**
 * Text of `key` with `{name}` replaced by parameters. A missing key gives the key itself, so that a fault is seen
 * and nothing breaks; a house test keeps the dictionaries equal.
 */
export function translate(dictionary: Dictionary, key: string, parameters: Parameters = {}): string {
  const text = dictionary[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(parameters, name) ? String(parameters[name]) : whole,
  );
}

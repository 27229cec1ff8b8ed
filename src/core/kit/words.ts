/** Texts of one language by key, as in `src/locales/kit.id.json`. */
export type KitTexts = Readonly<Record<string, string>>;

/** One text with its places filled in; what is filled in is data and is escaped by whoever writes the file. */
export interface KitWords {
  (key: string, values?: Readonly<Record<string, string>>): string;
  has(key: string): boolean;
}

export function kitWords(texts: KitTexts): KitWords {
  const words = (key: string, values: Readonly<Record<string, string>> = {}): string => {
    const text = texts[key];
    if (text === undefined) throw new Error(`no text ${key}`);
    return text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
  };
  return Object.assign(words, { has: (key: string) => Object.hasOwn(texts, key) });
}

/** Strings of a rule file as UTF-16 units in one array; `offsets` has one more element than there are strings. */
export class StringPool {
  readonly units: Uint16Array;
  readonly #offsets: Int32Array;
  readonly #known: (string | undefined)[];

  constructor(units: Uint16Array, offsets: Int32Array) {
    this.units = units;
    this.#offsets = offsets;
    this.#known = new Array(Math.max(0, offsets.length - 1)).fill(undefined);
  }

  /** The string at `index`, '' outside the pool. Made on first use: most strings of a pack are never needed in a tab. */
  text(index: number): string {
    let text = this.#known[index];
    if (text === undefined) {
      const start = this.#offsets[index] ?? 0;
      text = decode(this.units.subarray(start, this.#offsets[index + 1] ?? start));
      if (index >= 0 && index < this.#known.length) this.#known[index] = text;
    }
    return text;
  }

  /** Where in `units` the string at `index` begins; the one behind it begins where it ends. */
  startOf(index: number): number {
    return this.#offsets[index] ?? 0;
  }

  lengthOf(index: number): number {
    return (this.#offsets[index + 1] ?? 0) - (this.#offsets[index] ?? 0);
  }

  equals(index: number, text: string): boolean {
    const start = this.#offsets[index] ?? 0;
    if ((this.#offsets[index + 1] ?? start) - start !== text.length) return false;
    for (let at = 0; at < text.length; at += 1) {
      if (this.units[start + at] !== text.charCodeAt(at)) return false;
    }
    return true;
  }

  /** As `equals()`, for the letters from `from` to `to`. */
  equalsLetters(index: number, letters: Uint16Array, from: number, to: number): boolean {
    const start = this.#offsets[index] ?? 0;
    if ((this.#offsets[index + 1] ?? start) - start !== to - from) return false;
    for (let at = from; at < to; at += 1) {
      if (this.units[start + at - from] !== letters[at]) return false;
    }
    return true;
  }

  /** As `equals()`, for the part `[from, to)` of a text with ASCII capitals read as small letters. */
  equalsPart(index: number, text: string, from: number, to: number): boolean {
    const start = this.#offsets[index] ?? 0;
    if ((this.#offsets[index + 1] ?? start) - start !== to - from) return false;
    for (let at = from; at < to; at += 1) {
      const code = text.charCodeAt(at);
      const small = code >= 65 && code <= 90 ? code + 32 : code;
      if (this.units[start + at - from] !== small) return false;
    }
    return true;
  }
}

/** Arguments of one call; the list of contests is longer. */
const CHUNK = 4_096;

function decode(units: Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += CHUNK) {
    // Spreading a typed array takes twenty times as long.
    text += String.fromCharCode.apply(null, units.subarray(at, at + CHUNK) as unknown as number[]);
  }
  return text;
}

/** Collects the strings of a rule file, each once. */
export class StringPoolBuilder {
  readonly #indices = new Map<string, number>();

  add(text: string): number {
    const known = this.#indices.get(text);
    if (known !== undefined) return known;
    this.#indices.set(text, this.#indices.size);
    return this.#indices.size - 1;
  }

  build(): { units: Uint16Array; offsets: Int32Array } {
    const texts = [...this.#indices.keys()];
    const units = new Uint16Array(texts.reduce((sum, text) => sum + text.length, 0));
    const offsets = new Int32Array(texts.length + 1);
    let end = 0;
    for (const [index, text] of texts.entries()) {
      for (let at = 0; at < text.length; at += 1) units[end + at] = text.charCodeAt(at);
      end += text.length;
      offsets[index + 1] = end;
    }
    return { units, offsets };
  }
}

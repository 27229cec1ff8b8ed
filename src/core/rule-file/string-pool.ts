import { type Ascending, ascending, bucketsFor, numberAt, sortIntoBuckets } from './buckets.ts';
import { firstSlot, hashOf } from './hash.ts';

/**
 * Opens a string that has a unit above 254, or begins with 255; two bytes for each of its units follow, the lower one
 * first. All others have one byte for each.
 */
const WIDE = 0xff;

/** As they lie in the rule file. */
export interface PoolSections {
  readonly units: Uint8Array;
  /** Where each string begins, and where the last one ends. */
  readonly starts: Ascending;
  /** Where the keys of each bucket begin, and where the last ones end. */
  readonly buckets: Ascending;
  /** Of each key the highest bits of its hash: hardly another string is compared letter by letter. */
  readonly prints: Uint8Array;
}

/**
 * Strings of a rule file, one behind the other. The first of them are the keys of its tables: they stand in the order of
 * the buckets of their hashes, so that a look-up needs nothing else. Nothing is built in a tab.
 */
export class StringPool {
  readonly units: Uint8Array;
  readonly #starts: Ascending;
  readonly #buckets: Ascending;
  readonly #prints: Uint8Array;
  readonly #mask: number;
  readonly #known: (string | undefined)[];

  constructor({ units, starts, buckets, prints }: PoolSections) {
    this.units = units;
    this.#starts = starts;
    this.#buckets = buckets;
    this.#prints = prints;
    this.#mask = buckets.offsets.length - 2;
    this.#known = new Array(Math.max(0, starts.offsets.length - 1)).fill(undefined);
  }

  /** The string at `index`, '' outside the pool. Made on first use: most strings of a pack are never needed in a tab. */
  text(index: number): string {
    if (index < 0 || index >= this.#known.length) return '';
    let text = this.#known[index];
    if (text === undefined) {
      text = decode(this.units.subarray(this.startOf(index), this.startOf(index + 1)));
      this.#known[index] = text;
    }
    return text;
  }

  /** Where in `units` the string at `index` begins; the one behind it begins where it ends. */
  startOf(index: number): number {
    return numberAt(this.#starts, index);
  }

  /** Index of a key, or -1. */
  indexOf(key: string): number {
    const hash = hashOf(key);
    const bucket = firstSlot(hash, this.#mask);
    const end = this.#endOf(bucket);
    for (let at = numberAt(this.#buckets, bucket); at < end; at += 1)
      if (this.#prints[at] === hash >>> PRINT && this.equals(at, key)) return at;
    return -1;
  }

  /** As `indexOf()`, for the part `[from, to)` of a text with ASCII capitals read as small letters; `hash` is that of them. */
  indexOfPart(hash: number, text: string, from: number, to: number): number {
    const bucket = firstSlot(hash, this.#mask);
    const end = this.#endOf(bucket);
    for (let at = numberAt(this.#buckets, bucket); at < end; at += 1)
      if (this.#prints[at] === hash >>> PRINT && this.#equalsPart(at, text, from, to)) return at;
    return -1;
  }

  /** As `indexOf()`, for some letters of which the hash is known. */
  indexOfLetters(hash: number, letters: Uint16Array, from: number, to: number): number {
    const bucket = firstSlot(hash, this.#mask);
    const end = this.#endOf(bucket);
    for (let at = numberAt(this.#buckets, bucket); at < end; at += 1)
      if (this.#prints[at] === hash >>> PRINT && this.#equalsLetters(at, letters, from, to)) return at;
    return -1;
  }

  /** May there be a key with this hash, of so many units below 255? */
  mayHold(hash: number, length: number): boolean {
    const bucket = firstSlot(hash, this.#mask);
    const end = this.#endOf(bucket);
    for (let at = numberAt(this.#buckets, bucket); at < end; at += 1)
      if (this.#prints[at] === hash >>> PRINT && this.startOf(at + 1) - this.startOf(at) === length)
        return true;
    return false;
  }

  /** Bounded, so that a damaged file ends too. */
  #endOf(bucket: number): number {
    return Math.min(numberAt(this.#buckets, bucket + 1), this.#prints.length);
  }

  equals(index: number, text: string): boolean {
    const start = this.startOf(index);
    const size = this.startOf(index + 1) - start;
    if (size !== text.length) return size === 2 * text.length + 1 && this.text(index) === text;
    for (let at = 0; at < size; at += 1) if (this.units[start + at] !== text.charCodeAt(at)) return false;
    return size === 0 || this.units[start] !== WIDE;
  }

  #equalsPart(index: number, text: string, from: number, to: number): boolean {
    const start = this.startOf(index);
    const size = this.startOf(index + 1) - start;
    if (size !== to - from) return size === 2 * (to - from) + 1 && this.#isWideRun(index, text, from, to);
    for (let at = from; at < to; at += 1) {
      const code = text.charCodeAt(at);
      const small = code >= 65 && code <= 90 ? code + 32 : code;
      if (this.units[start + at - from] !== small) return false;
    }
    return size === 0 || this.units[start] !== WIDE;
  }

  #isWideRun(index: number, text: string, from: number, to: number): boolean {
    return this.text(index) === text.slice(from, to).replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  }

  #equalsLetters(index: number, letters: Uint16Array, from: number, to: number): boolean {
    const start = this.startOf(index);
    if (this.startOf(index + 1) - start !== to - from) return false;
    for (let at = from; at < to; at += 1) if (this.units[start + at - from] !== letters[at]) return false;
    return true;
  }
}

/** Bits of a hash below those that the key is known by. */
const PRINT = 24;

/** Arguments of one call. */
const CHUNK = 4_096;

/** Units as a string; spreading a typed array takes twenty times as long. */
export function decode(units: Uint8Array | Uint16Array): string {
  if (units[0] === WIDE && units instanceof Uint8Array)
    return decode(Uint16Array.from({ length: units.length >> 1 }, (_none, at) => unitAt(units, at)));
  let text = '';
  for (let at = 0; at < units.length; at += CHUNK)
    text += String.fromCharCode.apply(null, units.subarray(at, at + CHUNK) as unknown as number[]);
  return text;
}

function unitAt(bytes: Uint8Array, at: number): number {
  return (bytes[2 * at + 1] ?? 0) | ((bytes[2 * at + 2] ?? 0) << 8);
}

function isWide(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) >= WIDE) return true;
  return false;
}

/** Collects the strings of a rule file, each once. */
export class StringPoolBuilder {
  readonly #keys = new Set<string>();
  readonly #others = new Set<string>();

  /** Of a table. */
  addKey(text: string): void {
    this.#keys.add(text);
  }

  add(text: string): void {
    this.#others.add(text);
  }

  build(): BuiltStrings {
    const given = [...this.#keys];
    const hashes = given.map(hashOf);
    const count = bucketsFor(given.length);
    const { starts, order } = sortIntoBuckets(
      hashes.map((hash) => firstSlot(hash, count - 1)),
      count,
    );
    const texts: string[] = [];
    const prints = new Uint8Array(order.length);
    for (let at = 0; at < order.length; at += 1) {
      texts.push(given[order[at] ?? 0] ?? '');
      prints[at] = (hashes[order[at] ?? 0] ?? 0) >>> PRINT;
    }
    for (const text of this.#others) if (!this.#keys.has(text)) texts.push(text);
    const indices = new Map<string, number>();
    for (const text of texts) indices.set(text, indices.size);
    return {
      sections: {
        ...unitsOf(texts),
        buckets: starts,
        prints,
      },
      keys: order.length,
      indexOf: (text) => indices.get(text) ?? -1,
    };
  }
}

/** Strings with their places. */
export interface BuiltStrings {
  readonly sections: PoolSections;
  /** How many of them are keys. */
  readonly keys: number;
  /** -1 for one that was not added. */
  readonly indexOf: (text: string) => number;
}

function unitsOf(texts: readonly string[]): Pick<PoolSections, 'units' | 'starts'> {
  const starts = new Int32Array(texts.length + 1);
  let end = 0;
  for (let index = 0; index < texts.length; index += 1) {
    const text = texts[index] ?? '';
    end += isWide(text) ? 2 * text.length + 1 : text.length;
    starts[index + 1] = end;
  }
  const units = new Uint8Array(end);
  for (let index = 0; index < texts.length; index += 1) {
    const text = texts[index] ?? '';
    let place = starts[index] ?? 0;
    if (isWide(text)) {
      units[place] = WIDE;
      for (let at = 0; at < text.length; at += 1)
        units.set([text.charCodeAt(at) & 0xff, text.charCodeAt(at) >> 8], place + 1 + 2 * at);
    } else for (let at = 0; at < text.length; at += 1, place += 1) units[place] = text.charCodeAt(at);
  }
  return { units, starts: ascending(starts) };
}

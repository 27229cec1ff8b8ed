import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/core/compile/compile.ts';
import { encodeRules } from '../../src/core/matching/encode-rules.ts';
import { createPieceIndex } from '../../src/core/matching/hashtags.ts';
import { match } from '../../src/core/matching/match.ts';
import { openRuleIndex } from '../../src/core/matching/rule-index.ts';
import {
  checkRuleFile,
  openRuleFile,
  RULE_FILE_FORMAT,
  RuleFileError,
  writeRuleFile,
} from '../../src/core/rule-file/rule-file.ts';
import { StringPool, StringPoolBuilder } from '../../src/core/rule-file/string-pool.ts';
import { encodeStringTable, StringTable } from '../../src/core/rule-file/string-table.ts';
import { WordKind } from '../../src/core/rule-file/word-kinds.ts';
import { fromBase64, toBase64 } from '../../src/shared/base64.ts';
import { testPack } from './test-pack.ts';

const rules = compile([testPack()]);
const file = encodeRules(rules);

function faultOf(bytes: Uint8Array, check = openRuleFile as (bytes: Uint8Array) => unknown): string {
  try {
    check(bytes);
    return 'none';
  } catch (error) {
    return error instanceof RuleFileError ? error.fault : String(error);
  }
}

function changed(word: number, value: number): Uint8Array {
  const bytes = file.slice();
  new DataView(bytes.buffer).setInt32(word * 4, value, true);
  return bytes;
}

const file32 = (word: number) => new DataView(file.buffer).getInt32(word * 4, true);

describe('a rule file', () => {
  it('gives back every entry and term', () => {
    const index = openRuleIndex(file);
    expect(rules.entries.map((_entry, at) => index.entry(at))).toEqual(rules.entries);
    expect(index.entry(rules.entries.length)).toBeUndefined();
    expect(index.entry(-1)).toBeUndefined();
    expect({ packs: index.packs, contests: index.contests }).toEqual({
      packs: rules.packs,
      contests: rules.contests,
    });
    for (const term of rules.terms) {
      const [first = ''] = term.tokens;
      const read = term.kind === 'number' ? index.tickets(Number(first)) : index.terms.get(first);
      expect(read).toContainEqual(term);
    }
    for (const [text, piece] of createPieceIndex(rules.terms).pieces) {
      expect(index.hashtags.pieces.get(text)).toEqual(piece);
    }
    for (const word of rules.words.guard)
      expect(index.words.kindOf(word) & WordKind.Guard).toBe(WordKind.Guard);
  });

  it('is the same for the same rules, and does not care where in memory it lies', () => {
    expect(encodeRules(compile([testPack()]))).toEqual(file);
    const shifted = new Uint8Array(file.length + 1);
    shifted.set(file, 1);
    const index = openRuleIndex(shifted.subarray(1));
    expect(match({ text: 'Coblos nomor 1' }, index, () => true).level).toBe('remind');
  });

  it('says what is wrong with a file that it cannot use', () => {
    expect(faultOf(file, checkRuleFile)).toBe('none');
    expect(faultOf(new Uint8Array(0))).toBe('foreign');
    expect(faultOf(new TextEncoder().encode('{"format":2}'))).toBe('foreign');
    expect(faultOf(changed(1, RULE_FILE_FORMAT + 1))).toBe('format');
    expect(faultOf(file.slice(0, -4))).toBe('cut');
    expect(faultOf(file.slice(0, 8))).toBe('cut');
    expect(faultOf(changed(5, file.length * 2), openRuleIndex)).toBe('damaged');
    expect(faultOf(changed(4, 1), openRuleIndex)).toBe('damaged');
    expect(new RuleFileError('cut', '').name).toBe('RuleFileError');
    // Shorter than a header, but as long as it says.
    expect(faultOf(new Uint8Array(Int32Array.of(file32(0), RULE_FILE_FORMAT, 16, 0).buffer))).toBe('cut');
  });

  it('is refused by the check as by the opener, before its checksum', () => {
    expect(faultOf(changed(1, RULE_FILE_FORMAT + 1), checkRuleFile)).toBe('format');
    expect(faultOf(file.slice(0, -4), checkRuleFile)).toBe('cut');
  });

  it('is read where it lies, and copied only where that is not possible', () => {
    expect(openRuleFile(file)(1).buffer).toBe(file.buffer);
    const shifted = new Uint8Array(file.length + 1);
    shifted.set(file, 1);
    expect(openRuleFile(shifted.subarray(1))(1).buffer).not.toBe(shifted.buffer);
    const moved = new Uint8Array(file.length + 4);
    moved.set(file, 4);
    expect(openRuleFile(moved.subarray(4))(1)).toEqual(openRuleFile(file)(1));
  });

  it('holds its sections one behind the other, whatever their length', () => {
    const sections = [
      Uint16Array.of(1, 2, 3),
      Int32Array.of(),
      Int32Array.of(-1, 7),
      Uint8Array.of(9, 8, 7, 6, 5),
    ] as const;
    const written = writeRuleFile(sections);
    const opened = openRuleFile(written);
    expect([opened(0), opened(1), opened(2), opened(3)]).toEqual(sections);
    expect(written.length).toBe((5 + 12) * 4 + 8 + 0 + 8 + 8);
    expect(() => opened(4)).toThrow(RuleFileError);
    expect(() => openRuleFile(writeRuleFile([]))(0)).toThrow(RuleFileError);
  });

  it('notices any changed word, and two exchanged ones', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: file.length / 4 - 1 }), fc.integer(), (word, value) => {
        const before = new DataView(file.buffer).getInt32(word * 4, true);
        fc.pre(value !== before);
        expect(faultOf(changed(word, value), checkRuleFile)).toBe('damaged');
      }),
    );
    const words = new Int32Array(file.slice().buffer);
    const one = words.length - 10;
    const other = words.findLastIndex((word) => word !== words[one]);
    expect(words[one]).not.toBe(words[other]);
    [words[one], words[other]] = [words[other] ?? 0, words[one] ?? 0];
    expect(faultOf(new Uint8Array(words.buffer), checkRuleFile)).toBe('damaged');
  });

  it('notices any single bit, the highest of a word too', () => {
    const small = writeRuleFile([new Int32Array(40).map((_, index) => index * 0x01234567)]);
    checkRuleFile(small);
    for (let at = 12; at < small.length; at += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const flipped = small.slice();
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
        expect(faultOf(flipped, checkRuleFile), `byte ${at}, bit ${bit}`).not.toBe('none');
      }
    }
  });

  it('ends at a press, or fails so that the action passes, when it was damaged unnoticed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.integer()), { maxLength: 40 }), (damages) => {
        const bytes = file.slice();
        const words = new Int32Array(bytes.buffer);
        for (const [place, value] of damages) words[60 + (place % (words.length - 60))] = value;
        try {
          match({ text: 'Coblos nomor 1, Sutrala #SutralaMaju' }, openRuleIndex(bytes), () => true);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
      }),
    );
  });
});

describe('a string table', () => {
  it('finds what was put in and nothing else', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: 'binary', maxLength: 6 }), fc.array(fc.integer(), { maxLength: 3 })),
        fc.array(fc.string({ unit: 'binary', maxLength: 6 })),
        (lists, others) => {
          const builder = new StringPoolBuilder();
          for (const key of Object.keys(lists)) builder.addKey(key);
          const strings = builder.build();
          const sections = encodeStringTable(new Map(Object.entries(lists)), strings);
          const table = new StringTable(sections, new StringPool(strings.sections));
          for (const [key, list] of Object.entries(lists)) expect(table.get(key)).toEqual(list);
          for (const key of others) expect(table.has(key)).toBe(Object.hasOwn(lists, key));
        },
      ),
    );
  });
});

describe('base64', () => {
  it('carries bytes both ways, with and without the functions of newer browsers', () => {
    const bytes = Uint8Array.from({ length: 10_001 }, (_none, index) => (index * 7) % 256);
    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    const native = Object.assign(bytes.slice(), { toBase64: () => 'native' });
    expect(toBase64(native)).toBe('native');
    expect(() => fromBase64('%%')).toThrow();
  });
});

/** What a word means to the skim; a word may carry several. Stored in the rule file, so the values are its format. */
export const SkimFlag = {
  /** May by itself make a text electoral. */
  Trigger: 1,
  /** A number word. */
  Number: 2,
  /** Makes a ballot number of a number near it. */
  NumberContext: 4,
  /** First part of a name that people write in two: "prabo wo". */
  FirstPart: 8,
  /** Known to the matcher as a word of a term: not a part of a name written in two. */
  Read: 16,
  /** An ordinary word of a term that has another word; the words that must stand beside it follow the flags. */
  Half: 32,
  /** One of those other words. */
  OtherHalf: 64,
  /** A word of a name of several words. */
  NameWord: 128,
  /** Near to one: counts where another word of the name stands beside it. */
  Slip: 256,
  /** Near to one, and a word of the language: counts beside a sure one only. */
  OrdinarySlip: 512,
  SureName: 1024,
  /** Digits, which a text may be made of. */
  Digits: 2048,
  /** Says something beside a finding only. */
  Weak: 4096,
  /** Also a variant of a word of the packs, so that the table does not say all of it. */
  Variant: 8192,
  /** A word of contests (`contests/contest-talk.ts`), which makes a candidate of a common name only. */
  Talk: 16384,
  /** Such a name. */
  CommonName: 32768,
} as const;

/** Of a word with none of these the matcher makes nothing but what its own grammar says. */
export const READ_FLAGS = SkimFlag.Read | SkimFlag.Variant | SkimFlag.Slip | SkimFlag.OrdinarySlip;

/** Flags of the words of names that a word is near to (`slipsOf()`). */
export function slipFlags(slips: readonly { readonly ordinary?: true }[]): number {
  if (slips.length === 0) return 0;
  return slips.every(({ ordinary }) => ordinary === true) ? SkimFlag.OrdinarySlip : SkimFlag.Slip;
}

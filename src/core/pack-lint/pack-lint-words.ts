import { isCommonName, isOrdinary, isPlainWord } from '../language/lexicon.ts';
import { ELECTION_WORDS, TITLES } from '../language/vocabulary.ts';
import { isRegion } from '../matching/hashtags.ts';
import type { Pack, PackEntity } from '../pack/pack.ts';
import { isEmptyColumn } from '../pack-table/pack-table-collisions.ts';
import { normalize } from '../text/normalize.ts';
import { advice, error, type LintIssue } from './pack-lint-issue.ts';

/** Hashtags of voter education, of the authorities and of the nation, folded: nobody campaigns by them. */
const NEUTRAL_HASHTAGS = new Set(
  (
    'pemilu pemiludamai pemilujurdil pemilih pilkada pilkadadamai pilkadaserentak pilpres pileg pilgub pilbup pilwali ' +
    'netralitas netralitasasn asnnetral asn pns pppk korpri berakhlak banggamelayanibangsa tolakpolitikuang antihoaks ' +
    'jagasuaramu gunakanhakpilih ayoketps yukketps jangangolput kpu kpumelayani bawaslu cegahawasi dkpp ' +
    'indonesia indonesiamaju merdeka nkri hutri pancasila bhinnekatunggalika garuda wonderfulindonesia ' +
    'viral fyp trending beritaterkini breakingnews infoterkini'
  ).split(' '),
);
/** A year behind it does not make it anybody's. */
const YEAR = /(?:19|20)\d\d$/;
/** Words of a slogan that is too short to be anybody's own. */
const SHORT_SLOGAN = 2;

/** Words that ordinary life uses too, where the pack takes them for somebody's alone. */
export function lintWords(pack: Pack): LintIssue[] {
  return [
    ...pack.entities.flatMap((entity, index) => entityIssues(entity, index)),
    ...pack.phrases.flatMap((phrase, index): LintIssue[] => {
      const words = wordsOf(phrase.text);
      const isCommon = phrase.strength === 'strong' && words.length === 1 && words.every(isEveryday);
      return isCommon
        ? [error('common-phrase', ['phrases', index, 'text'], phrase.id, { text: phrase.text })]
        : [];
    }),
    ...phrasesWithNames(pack),
  ];
}

function entityIssues(entity: PackEntity, index: number): LintIssue[] {
  const issues: LintIssue[] = [];
  const path = ['entities', index];
  const { id, name, role, aliases } = entity;
  entity.hashtags.forEach((hashtag, at) => {
    if (isCommonHashtag(hashtag)) {
      issues.push(
        error('common-hashtag', [...path, 'hashtags', at], id, { text: hashtag.replace(/^#/, ''), name }),
      );
    }
  });
  entity.slogans.forEach(({ text, strength }, at) => {
    const words = wordsOf(text);
    if (strength === 'strong' && words.length <= SHORT_SLOGAN && words.every(isEveryday)) {
      issues.push(error('common-slogan', [...path, 'slogans', at, 'strength'], id, { text, name }));
    }
  });
  aliases.forEach(({ text, kind, signal }, at) => {
    const words = wordsOf(text);
    const here = [...path, 'aliases', at];
    if (signal === 'subject' && words.length === 1 && words.every(isOrdinary)) {
      issues.push(error('common-alias', [...here, 'signal'], id, { text, name }));
    } else if (signal === 'subject' && words.every(isPlainWord)) {
      issues.push(advice('common-alias-words', [...here, 'signal'], id, { text, name }));
    } else if (kind === 'pair' && signal === undefined && words.every(isPlainWord) && !words.some(isRegion)) {
      issues.push(error('common-pair', here, id, { text, name }));
    }
    if (text.length < 3) issues.push(advice('two-letters', here, id, { text, name }));
  });
  const words = wordsOf(name).filter((word) => !TITLES.has(word));
  const isRepeated = aliases.some(({ text }) => text === name);
  if (
    (role === 'ticket' || role === 'campaign-team') &&
    !isRepeated &&
    words.length <= SHORT_SLOGAN &&
    words.every(isPlainWord)
  ) {
    issues.push(
      error(isEmptyColumn(entity) ? 'empty-column' : 'common-name', [...path, 'name'], id, { name }),
    );
  }
  // The matcher lets such a name count beside a second signal only; then a fuller name helps more than anything.
  const isAlone = words.length === 1 && aliases.every(({ text }) => wordsOf(text).length === 1);
  if (role === 'candidate' && isAlone && words.every((word) => isCommonName(word) || isOrdinary(word))) {
    issues.push(advice('single-name', [...path, 'name'], id, { name }));
  }
  return issues;
}

/** Phrases belong to no contest and never sleep: with a name in it, one candidate is watched for ever. */
function phrasesWithNames({ phrases, entities }: Pack): LintIssue[] {
  const names = entities
    .filter(({ role }) => role === 'candidate' || role === 'ticket')
    .flatMap((entity) =>
      [
        entity.name,
        ...entity.aliases.filter(({ signal }) => signal !== 'supporting').map(({ text }) => text),
      ].map((text) => ({ entity, words: ` ${wordsOf(text).join(' ')} ` })),
    );
  return phrases.flatMap((phrase, index): LintIssue[] => {
    const text = ` ${wordsOf(phrase.text).join(' ')} `;
    const found = names.find(({ words }) => words.length > 3 && text.includes(words));
    return found
      ? [
          error('phrase-name', ['phrases', index, 'text'], phrase.id, {
            text: phrase.text,
            name: found.entity.name,
          }),
        ]
      : [];
  });
}

/** One ordinary word, or one that everybody uses in an election. */
export function isCommonHashtag(hashtag: string): boolean {
  const body = wordsOf(hashtag.replace(/[#_]/g, '')).join('').replace(YEAR, '');
  return body === '' || NEUTRAL_HASHTAGS.has(body) || isEveryday(body);
}

function isEveryday(word: string): boolean {
  return isOrdinary(word) || TITLES.has(word) || ELECTION_WORDS.has(word) || /^\d+$/.test(word);
}

function wordsOf(text: string): string[] {
  return normalize(text).tokens.map((token) => token.text);
}

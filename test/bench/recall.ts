import { obfuscate as confuse } from 'confusables';
import { OBFUSCATIONS, obfuscate } from '../evidence/obfuscate.ts';
import { readSentences } from '../evidence/sentences.ts';
import { engineOf, FAST_PEERS, SLOW_PEERS, USUAL_SIZE } from './engines.ts';
import { generateNames } from './names.ts';
import { ours } from './peers/ours.ts';
import type { Scanner } from './peers/peer.ts';
import type { Goal, Row } from './report.ts';
import { generateTexts } from './texts.ts';

/** Every how many-th name is hidden in every way; slow libraries get fewer names, one form of each kind. */
const STEP = 100;
const SLOW_STEP = 1_000;
const SLOW_CLEAN = 15;

function hiddenNames(step: number, forms: number): string[] {
  const names = generateNames(USUAL_SIZE).filter((_name, index) => index % step === 0);
  return names.flatMap((name) =>
    OBFUSCATIONS.flatMap((kind) =>
      obfuscate(kind, { name })
        .slice(0, forms)
        .map((form) => `Kemarin ada ${form} di kampung kami`),
    ),
  );
}

/** The same names as a generator of somebody else's hides them: any of a hundred signs for each letter. */
function confusedNames(step: number): string[] {
  const names = generateNames(USUAL_SIZE).filter((_name, index) => index % step === 0);
  return names.map((name) => `Kemarin ada ${confuse(name)} di kampung kami`);
}

/** Traps and invented posts in which no name stands. */
function cleanPosts(): string[] {
  const traps = readSentences().filter(({ level }) => level === 'none');
  return [...traps.map(({ text }) => text), ...generateTexts('ordinary', 400)];
}

const percent = (part: number) => `${(part * 100).toFixed(1)} %`;
const shareOf = (texts: readonly string[], scan: Scanner) =>
  texts.filter((text) => scan(text) > 0).length / texts.length;

/** Names hidden in the ways of `obfuscate.ts`, and alarms where no name stands, for each engine with the same terms. */
export function benchRecall(): Row[] {
  const hidden = hiddenNames(STEP, Number.POSITIVE_INFINITY);
  const clean = cleanPosts();
  const few = hiddenNames(SLOW_STEP, 1);
  const fewClean = clean.slice(0, SLOW_CLEAN).map((text) => text.slice(0, 100));
  const confused = confusedNames(STEP / 5);
  const fewConfused = confusedNames(SLOW_STEP);
  const rows = [ours, ...FAST_PEERS, ...SLOW_PEERS].flatMap((peer): Row[] => {
    const scan = engineOf(peer, USUAL_SIZE);
    const isSlow = SLOW_PEERS.includes(peer);
    const [names, posts] = isSlow ? [few, fewClean] : [hidden, clean];
    const others = isSlow ? fewConfused : confused;
    const foundOfOthers = shareOf(others, scan);
    const found = shareOf(names, scan);
    const alarms = shareOf(posts, scan);
    const goal = (text: string, isReached: boolean): Goal | undefined =>
      peer === ours ? { text, isReached } : undefined;
    return [
      {
        part: 'hidden names found',
        what: `${peer.name} (${names.length} texts)`,
        value: percent(found),
        goal: goal('at least 99 %', found >= 0.99),
      },
      {
        part: "hidden names found, generator of 'confusables'",
        what: `${peer.name} (${others.length} texts)`,
        value: percent(foundOfOthers),
        goal: goal('at least 90 %', foundOfOthers >= 0.9),
      },
      {
        part: 'alarms on clean posts',
        what: `${peer.name} (${posts.length} texts)`,
        value: percent(alarms),
        goal: goal('0', alarms === 0),
      },
    ];
  });
  return rows.sort((one, other) => (one.part < other.part ? 1 : one.part > other.part ? -1 : 0));
}

import type { Settings, SettingsPart } from '../../core/settings/settings.ts';
import type { SettingsChange } from '../../core/settings/settings-file.ts';
import type { TextKey, Texts } from '../texts.ts';

/** One line of what would change. All of it is text for a person; names of a file are data. */
export interface ChangeWords {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** What a part of the settings is called, where it is spoken of as a whole. */
export const PART_NAMES = {
  version: 'settings.file.version',
  language: 'settings.language.title',
  sites: 'settings.sites.title',
  actions: 'settings.actions.title',
  disabledPacks: 'settings.packs.title',
  finishedContests: 'settings.finished.title',
  log: 'settings.log.title',
  retention: 'settings.log.retention-title',
  status: 'settings.status.title',
  spouse: 'settings.status.spouse',
  regions: 'settings.regions.title',
  strictness: 'settings.strictness.title',
  exceptions: 'settings.exceptions.title',
  words: 'settings.words.title',
  fatigue: 'settings.often.title',
} as const satisfies Record<SettingsPart, TextKey>;

/** More names than these are counted. */
const MOST_NAMES = 5;

/** A change of the settings in words; flags and lists give a line for each thing that differs. */
export function changeWords(change: SettingsChange, texts: Texts): readonly ChangeWords[] {
  const { say, number } = texts;
  const isOn = (on: boolean) => say(on ? 'settings.file.on' : 'settings.file.off');
  const line = (name: string, before: string, after: string): ChangeWords[] =>
    before === after ? [] : [{ name, before, after }];
  switch (change.part) {
    case 'version':
      return [];
    case 'language':
    case 'status':
    case 'strictness':
    case 'log':
      return line(say(PART_NAMES[change.part]), ...chosenWords(change, texts));
    case 'sites':
      return flagWords(change.before, change.after, (site) => say(`site.${site}.name`), isOn);
    case 'actions':
      return flagWords(change.before, change.after, (action) => say(`action.${action}.name`), isOn);
    case 'disabledPacks':
      return differing(change.before, change.after).map((id) => ({
        name: say('settings.file.pack', { id }),
        before: isOn(!change.before.includes(id)),
        after: isOn(!change.after.includes(id)),
      }));
    case 'finishedContests':
      return line(say('settings.finished.name'), isOn(change.before), isOn(change.after));
    case 'spouse':
      return line(say(PART_NAMES[change.part]), isOn(change.before), isOn(change.after));
    case 'regions':
      return line(
        say(PART_NAMES[change.part]),
        listWords(change.before, 'settings.regions.every', texts),
        listWords(change.after, 'settings.regions.every', texts),
      );
    case 'exceptions':
      return line(
        say(PART_NAMES[change.part]),
        listWords(change.before, 'settings.file.list-empty', texts),
        listWords(change.after, 'settings.file.list-empty', texts),
      );
    case 'words':
      return (['watched', 'ignored'] as const).flatMap((list) =>
        line(
          say(`settings.words.${list}`),
          listWords(change.before[list], 'settings.file.list-empty', texts),
          listWords(change.after[list], 'settings.file.list-empty', texts),
        ),
      );
    case 'retention':
      return (['brief', 'detailed'] as const).flatMap((kind) =>
        line(say(`settings.log.retention-${kind}`), number(change.before[kind]), number(change.after[kind])),
      );
    case 'fatigue':
      return (['dailyBudget', 'coolDown'] as const).flatMap((limit) =>
        line(say(`settings.often.${limit}`), number(change.before[limit]), number(change.after[limit])),
      );
  }
}

type Choice = Extract<SettingsChange, { part: 'language' | 'status' | 'strictness' | 'log' }>;

/** Each of these is one of a few values that have a name of their own. */
function chosenWords({ part, before, after }: Choice, { say }: Texts): [string, string] {
  const name = (value: Choice['before']) => say(`settings.${part}.${value}` as Parameters<typeof say>[0]);
  return [name(before), name(after)];
}

function flagWords<Key extends string>(
  before: Readonly<Record<Key, boolean>>,
  after: Readonly<Record<Key, boolean>>,
  name: (key: Key) => string,
  isOn: (on: boolean) => string,
): ChangeWords[] {
  return (Object.keys(after) as Key[])
    .filter((key) => before[key] !== after[key])
    .map((key) => ({ name: name(key), before: isOn(before[key]), after: isOn(after[key]) }));
}

function differing(before: Settings['disabledPacks'], after: Settings['disabledPacks']): readonly string[] {
  return [...new Set([...before, ...after])].filter((id) => before.includes(id) !== after.includes(id));
}

function listWords(
  list: readonly string[],
  empty: 'settings.regions.every' | 'settings.file.list-empty',
  { say, number }: Texts,
): string {
  if (list.length === 0) return say(empty);
  const names = list.slice(0, MOST_NAMES).join(', ');
  const rest = list.length - MOST_NAMES;
  return rest > 0 ? say('settings.file.list-more', { names, count: number(rest) }) : names;
}

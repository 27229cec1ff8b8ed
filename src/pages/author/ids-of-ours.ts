import { useEffect, useState } from 'preact/hooks';
import { PACK_PARTS } from '../../core/pack/pack.ts';
import type { LintContext } from '../../core/pack-lint/pack-lint.ts';
import type { RuleLabels } from '../../core/rule-file/rule-labels.ts';
import { send } from '../../shared/messages.ts';
import type { Draft } from './draft.ts';

export type OurIds = Pick<LintContext, 'taken' | 'takenEntries'>;

/** Ids in one question, and the longest that is asked about: no pack of ours has longer ones. */
const AT_ONCE = 500;
const LONGEST = 80;

/**
 * Which ids of a pack belong to those that the extension brings along. The page asks for them: all packs of ours would be
 * three times as large as the page.
 */
export async function idsOfOurs(ids: readonly string[], labels: RuleLabels | undefined): Promise<OurIds> {
  const packs = (await send('packs.list', null)) ?? [];
  const ours = packs.filter(({ origin }) => origin === 'built-in');
  const taken = new Set(ours.map(({ id }) => id));
  const takenEntries = new Map<string, string>();
  // Rules in use tell contests without their pack, and packs tell theirs without ids: a name that another list has too says
  // nothing, since the draft may be that list.
  const others = new Set(
    packs.flatMap(({ origin, contests }) => (origin === 'built-in' ? [] : contests.map(({ name }) => name))),
  );
  for (const { title, contests } of ours) {
    for (const { name } of contests) {
      const known = others.has(name) ? undefined : labels?.contests.find((contest) => contest.name === name);
      if (known) takenEntries.set(known.id, title);
    }
  }
  const asked = ids.filter((id) => id.length <= LONGEST);
  for (let at = 0; at < asked.length; at += AT_ONCE) {
    const found = (await send('entries.name', asked.slice(at, at + AT_ONCE))) ?? [];
    for (const { id, pack } of found) if (taken.has(pack.id)) takenEntries.set(id, pack.title);
  }
  return { taken, takenEntries };
}

/** The same for a draft; nothing until the answer is there. Asked again when an id changes. */
export function useOurIds(draft: Draft, labels: RuleLabels | undefined): OurIds | undefined {
  const [found, setFound] = useState<OurIds>();
  const ids = PACK_PARTS.flatMap((part) => (draft[part] ?? []).map(({ id }) => String(id)));
  useEffect(() => {
    let isOver = false;
    idsOfOurs(ids, labels).then(
      (next) => {
        if (!isOver) setFound(next);
      },
      // Without the background lint says nothing of these ids; the settings refuse such a pack.
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [ids.join('\n'), labels]);
  return found;
}

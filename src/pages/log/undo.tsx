import { useId, useState } from 'preact/hooks';
import type { ActionKind } from '../../core/types.ts';
import type { LogEntry } from '../../shared/messages.ts';
import { usePage } from '../parts/frame.tsx';
import type { TextKey } from '../texts.ts';
import { PostLink } from './detail.tsx';
import { postLink } from './post-link.ts';

/** So many are shown at once: who has more will not undo all in one sitting. */
const AT_ONCE = 20;

/** How an action is taken back by hand. */
const WAYS: Readonly<Record<ActionKind, TextKey>> = {
  like: 'log.undo.like',
  react: 'log.undo.like',
  page: 'log.undo.page',
  comment: 'log.undo.comment',
  reply: 'log.undo.comment',
  share: 'log.undo.share',
  repost: 'log.undo.repost',
  quote: 'log.undo.share',
  post: 'log.undo.share',
  upload: 'log.undo.share',
  follow: 'log.undo.follow',
  friend: 'log.undo.friend',
  join: 'log.undo.join',
};

/** Whether a row tells of something that was done and can still be found. */
export function canBeUndone(row: LogEntry): boolean {
  return row.outcome === 'continued' && postLink(row.detail?.link, row.site) !== undefined;
}

interface UndoProps {
  readonly rows: readonly LogEntry[];
  onDelete(row: LogEntry): void;
}

/** *Bersih-bersih*: what was carried through and can be undone by hand, on the page of the site. */
export function Undo({ rows, onDelete }: UndoProps) {
  const { texts } = usePage();
  const [most, setMost] = useState(AT_ONCE);
  return (
    <section aria-labelledby="undo-title">
      <h2 id="undo-title">{texts.say('log.undo.title')}</h2>
      <p class="panel-lead">{texts.say('log.undo.lead')}</p>
      {rows.length === 0 ? <p class="empty">{texts.say('log.undo.empty')}</p> : null}
      <ul class="undo">
        {rows.slice(0, most).map((row) => (
          <UndoItem key={row.id} row={row} onDelete={() => onDelete(row)} />
        ))}
      </ul>
      {rows.length > most ? (
        <button type="button" class="button" onClick={() => setMost(most + AT_ONCE)}>
          {texts.say('log.undo.more')}
        </button>
      ) : null}
    </section>
  );
}

function UndoItem({ row, onDelete }: { readonly row: LogEntry; onDelete(): void }) {
  const { texts } = usePage();
  const id = useId();
  // Kept on the page only: a list of what was undone would be one more record.
  const [done, setDone] = useState(false);
  const action = texts.say(`action.${row.action}.name`);
  return (
    <li class="card undo-item">
      <h3>{`${action}, ${texts.say(`site.${row.site}.name`)}`}</h3>
      <p class="row-note">{`${texts.date(row.hour)}, ${texts.hour(row.hour)}`}</p>
      <p class="undo-excerpt">{row.detail?.excerpt}</p>
      <p>{texts.say(WAYS[row.action])}</p>
      <PostLink link={row.detail?.link ?? null} site={row.site} />
      <div class="undo-done">
        <label for={id}>
          <input type="checkbox" id={id} checked={done} onChange={() => setDone(!done)} />
          {texts.say('log.undo.done')}
        </label>
        {done ? (
          <button type="button" class="button" onClick={onDelete}>
            {texts.say('log.undo.delete')}
          </button>
        ) : null}
      </div>
    </li>
  );
}

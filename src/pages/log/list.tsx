import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { groupRows, LOG_VIEWS, type LogView } from '../../core/log/log-view.ts';
import type { LogEntry } from '../../shared/messages.ts';
import { usePage } from '../parts/frame.tsx';
import { dayOf } from './calendar.ts';
import { listItems } from './list-items.ts';
import { GroupLine, LogLine } from './list-lines.tsx';
import { AS, COLUMNS } from './roles.ts';
import { useVirtualRows } from './virtual-rows.ts';

interface LogListProps {
  readonly rows: readonly LogEntry[];
  readonly view: LogView;
  /** Whether a question is open above the list. */
  readonly asking: boolean;
  onView(view: LogView): void;
  onDelete(row: LogEntry): void;
}

/** Heights in CSS pixels before a line was seen; narrow screens lay a row out as a card. */
const GUESSES = { group: 46, row: 72, card: 196 } as const;
const NARROW = '(max-width: 48rem)';

export function LogList({ rows, view, asking, onView, onDelete }: LogListProps) {
  const { texts } = usePage();
  return (
    <>
      <fieldset class="views">
        <legend>{texts.say('log.view.title')}</legend>
        {LOG_VIEWS.map((one) => (
          <label key={one} class="view">
            <input type="radio" name="view" checked={one === view} onChange={() => onView(one)} />
            <span>{texts.say(`log.view.${one}`)}</span>
          </label>
        ))}
      </fieldset>
      {rows.length === 0 ? (
        <div class="empty">
          <h2>{texts.say('log.filter.nothing')}</h2>
        </div>
      ) : (
        // Other groups: what was open in them says nothing here.
        <LogTable key={view} rows={rows} view={view} asking={asking} onDelete={onDelete} />
      )}
    </>
  );
}

/**
 * One table of which only the lines in sight are in the document; roles and `aria-rowindex` say what and where they are.
 * Days are open at first, since there the newest rows are read; of other groups their counts are.
 */
function LogTable({ rows, view, asking, onDelete }: Omit<LogListProps, 'onView'>) {
  const { texts } = usePage();
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const groups = useMemo(() => groupRows(rows, view, dayOf), [rows, view]);
  const items = useMemo(
    () => listItems(groups, (group) => turned.has(group) !== (view === 'day')),
    [groups, turned, view],
  );
  const hasDetails = useMemo(() => rows.some(({ detail }) => detail !== null), [rows]);
  const narrow = matchMedia(NARROW).matches;
  const list = useVirtualRows({
    count: items.length,
    keyOf: (index) => items[index]?.key ?? '',
    guess: (index) => (items[index]?.kind === 'group' ? GUESSES.group : narrow ? GUESSES.card : GUESSES.row),
  });

  const deleting = useRef<{ readonly index: number; readonly id: string } | undefined>(undefined);
  useEffect(() => {
    // A modal question keeps the focus; after it the row is there, and its button has the focus, or it is gone.
    if (asking || !deleting.current) return;
    const { index, id } = deleting.current;
    deleting.current = undefined;
    if (rows.some((row) => row.id === id)) return;
    const lines = [index, index - 1].map((one) => list.box.current?.querySelector(`[data-index="${one}"]`));
    const buttons = lines.find((line) => line)?.querySelectorAll<HTMLElement>('button');
    buttons?.item(buttons.length - 1).focus();
  }, [asking, rows]);

  const keepFocus = ({ target }: FocusEvent) => {
    const line = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
    list.keep(line ? Number(line.dataset.index) : undefined);
  };
  return (
    <div
      class={hasDetails ? 'log log-with-details' : 'log'}
      {...AS.table(texts.say('log.table.caption'), items.length + 1)}
    >
      <div {...AS.rowgroup} class="log-head">
        <div {...AS.row(1)} class="log-line">
          {COLUMNS.map((column) => (
            <span key={column} {...AS.columnheader} class={column === 'tools' ? 'hidden' : undefined}>
              {texts.say(`log.column.${column}`)}
            </span>
          ))}
        </div>
      </div>
      {/* Set by script, which our policy allows where it refuses style attributes in markup. */}
      <div
        {...AS.rowgroup}
        class="log-body"
        ref={list.box}
        style={{ blockSize: `${list.height}px` }}
        onFocusIn={keepFocus}
        onFocusOut={() => list.keep(undefined)}
      >
        {list.items.map(({ index, key, start }) => {
          const item = items[index];
          if (!item) return null;
          const line = {
            ...AS.row(index + 2),
            ref: list.measure,
            'data-index': index,
            style: { transform: `translateY(${start - list.top}px)` },
          };
          return item.kind === 'group' ? (
            <GroupLine
              key={key}
              line={line}
              group={item.group}
              view={view}
              open={item.open}
              onTurn={() => setTurned(toggled(turned, item.group.key))}
            />
          ) : (
            <LogLine
              key={key}
              line={line}
              row={item.row}
              view={view}
              open={shown.has(item.row.id)}
              onTurn={() => setShown(toggled(shown, item.row.id))}
              onDelete={() => {
                deleting.current = { index, id: item.row.id };
                onDelete(item.row);
              }}
            />
          );
        })}
      </div>
    </div>
  );
}

function toggled(set: ReadonlySet<string>, value: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}

import { useId } from 'preact/hooks';
import type { LogGroup, LogView } from '../../core/log/log-view.ts';
import type { LogEntry } from '../../shared/messages.ts';
import { usePage } from '../parts/frame.tsx';
import { Icon } from '../parts/icon.tsx';
import { Detail } from './detail.tsx';
import { AS, type COLUMNS } from './roles.ts';
import { detailOf, groupName, subjectOf, timeOf } from './words.ts';

type Line = ReturnType<typeof AS.row> & {
  readonly ref: (element: HTMLDivElement | null) => void;
  readonly 'data-index': number;
  readonly style: { readonly transform: string };
};

interface GroupLineProps {
  /** What the list needs of the element of each line. */
  readonly line: Line;
  readonly group: LogGroup<LogEntry>;
  readonly view: LogView;
  readonly open: boolean;
  onTurn(): void;
}

export function GroupLine({ line, group, view, open, onTurn }: GroupLineProps) {
  const { texts } = usePage();
  return (
    <div {...line} class="log-line log-group">
      <div {...AS.wideHeader}>
        <button type="button" class="group-button opens" aria-expanded={open} onClick={onTurn}>
          <span>{groupName(group, view, texts)}</span>{' '}
          <span class="group-count">{texts.count('log.count', group.rows.length)}</span>
        </button>
      </div>
    </div>
  );
}

interface LogLineProps {
  readonly line: Line;
  readonly row: LogEntry;
  readonly view: LogView;
  /** Whether its detail is shown: words of a post are never seen before somebody asks for them. */
  readonly open: boolean;
  onTurn(): void;
  onDelete(): void;
}

export function LogLine({ line, row, view, open, onTurn, onDelete }: LogLineProps) {
  const { texts } = usePage();
  const id = useId();
  const label = (column: (typeof COLUMNS)[number]) => texts.say(`log.column.${column}`);
  const action = texts.say(`action.${row.action}.name`);
  const time = timeOf(row, view, texts);
  const named = { action, time };
  return (
    <div {...line} class="log-line log-row">
      <div {...AS.cell} data-label={label('hour')} class="log-hour">
        {time}
      </div>
      <div {...AS.cell} data-label={label('site')}>
        {texts.say(`site.${row.site}.name`)}
      </div>
      <div {...AS.cell} data-label={label('action')}>
        {action}
      </div>
      <div {...AS.cell} data-label={label('subject')}>
        <span class="log-words">
          {subjectOf(row, texts)} <span class="log-detail">{detailOf(row, texts)}</span>
        </span>
      </div>
      <div {...AS.cell} data-label={label('outcome')}>
        <span class={`outcome outcome-${row.outcome}`}>{texts.say(`outcome.${row.outcome}.name`)}</span>
      </div>
      <div {...AS.cell} class="log-tools">
        {row.detail ? (
          <button
            type="button"
            class="button button-small"
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            aria-label={texts.say('log.detail.button-label', named)}
            onClick={onTurn}
          >
            {texts.say('log.detail.button')}
          </button>
        ) : null}
        <button
          type="button"
          class="button button-icon"
          aria-label={texts.say('log.row.delete', named)}
          title={texts.say('log.row.delete-short')}
          onClick={onDelete}
        >
          <Icon name="trash" />
        </button>
      </div>
      {row.detail && open ? (
        <div {...AS.wideCell} class="log-more" id={id}>
          <Detail detail={row.detail} site={row.site} />
        </div>
      ) : null}
    </div>
  );
}

import { useMemo, useState } from 'preact/hooks';
import { filterRows, isFiltered } from '../../core/log/log-view.ts';
import type { LogEntry } from '../../shared/messages.ts';
import { usePage } from '../parts/frame.tsx';
import { Header, PrivacyLine } from '../parts/header.tsx';
import { Notice } from '../parts/notice.tsx';
import { SaidLine, type Saying } from '../parts/said.tsx';
import { useHashState } from '../parts/use-hash.ts';
import { readPlace, TABS, writePlace } from './address.ts';
import { dayOf, hoursOf } from './calendar.ts';
import { Charts } from './charts.tsx';
import { exportRows } from './export-rows.ts';
import { type DayRange, type FileKind, Files } from './files.tsx';
import { Filters } from './filters.tsx';
import { useKeptFocus } from './focus.ts';
import { JobLine, useJob } from './job.tsx';
import { LogList } from './list.tsx';
import { Locked, OpenLock, SetLock } from './lock.tsx';
import type { LogKeeper, ReadyLog } from './log-keeper.ts';
import { type Question, Questions } from './questions.tsx';
import { EmptyLog, Failed, LoadingLine, LogExplained, Lost, Unsealed } from './states.tsx';
import { Tabs } from './tabs.tsx';
import { canBeUndone, Undo } from './undo.tsx';
import { useLog } from './use-log.ts';

export function LogPage() {
  const { texts, effective: settings } = usePage();
  const { log, keeper } = useLog();
  const [question, setQuestion] = useState<Question>();
  const [saying, setSaying] = useState<Saying>();
  useKeptFocus();
  const tell = (text: string, kind: Saying['kind'] = 'done') => setSaying({ text, kind });
  return (
    <>
      <Header current="log" />
      <main class="page">
        <div class="intro">
          <h1 tabIndex={-1}>{texts.say('log.page.title')}</h1>
          <p class="lead">{texts.say('log.page.lead')}</p>
          <PrivacyLine />
        </div>
        <LogExplained />
        {settings.log === 'none' ? (
          <Notice kind="remark" text={texts.say('log.off.text')}>
            <a class="arrow-link" href="../settings/index.html">
              {texts.say('log.off.link')}
            </a>
          </Notice>
        ) : null}
        {log.phase === 'waiting' ? <p role="status">{texts.say('log.load.waiting')}</p> : null}
        {log.phase === 'failed' ? (
          <>
            <Failed failure={log.failure} onRetry={keeper.load} />
            {/* What cannot be opened may still be deleted, where somebody answers. */}
            {log.failure === 'unavailable' || log.failure === 'blocked' ? null : (
              <button
                type="button"
                class="button button-grave"
                onClick={() => setQuestion({ about: 'clear' })}
              >
                {texts.say('log.clear.button')}
              </button>
            )}
          </>
        ) : null}
        {log.phase === 'locked' ? (
          <Locked
            rows={log.status.rows}
            open={keeper.openLock}
            onForgotten={() => setQuestion({ about: 'clear' })}
          />
        ) : null}
        {log.phase === 'ready' ? (
          <OpenLog log={log} keeper={keeper} asking={question !== undefined} ask={setQuestion} tell={tell} />
        ) : null}
      </main>
      <Questions question={question} keeper={keeper} onDone={tell} onClosed={() => setQuestion(undefined)} />
      <SaidLine saying={saying} onOver={() => setSaying(undefined)} />
    </>
  );
}

interface OpenLogProps {
  readonly log: ReadyLog;
  readonly keeper: LogKeeper;
  readonly asking: boolean;
  ask(question: Question): void;
  tell(text: string, kind?: Saying['kind']): void;
}

function OpenLog({ log, keeper, asking, ask, tell }: OpenLogProps) {
  const { texts, effective: settings } = usePage();
  const [{ tab: asked, view, filter }, go] = useHashState(readPlace, writePlace);
  const { job, run } = useJob();
  useKeptFocus();
  const { rows, status } = log;
  const filtered = useMemo(() => filterRows(rows, filter, dayOf), [rows, filter]);
  const undoable = useMemo(() => rows.filter(canBeUndone), [rows]);
  const hasDetails = settings.log === 'detailed' || status.details > 0;
  const tabs = TABS.filter((one) => one !== 'undo' || hasDetails);
  const tab = tabs.includes(asked) ? asked : 'list';

  const attempt = (work: Promise<unknown>, done?: string) =>
    work.then(
      () => done !== undefined && tell(done),
      () => tell(texts.say('log.ask.failed'), 'failed'),
    );
  const reseal = async () => {
    const done = await run('log.job.reseal', (signal, onProgress) => {
      let total = 0;
      return keeper.reseal((left) => {
        total = Math.max(total, left, status.unsealed);
        onProgress(total - left, total);
      }, signal);
    });
    if (done) tell(texts.say('log.job.resealed'));
  };
  const changeLock = async (change: Promise<void>) => {
    await change;
    await reseal();
  };
  const save = async (kind: FileKind) => {
    const done = await run('log.job.export', (signal, onProgress) =>
      exportRows(kind, filtered, texts, { signal, onProgress }),
    );
    if (done) tell(texts.say('log.export.done'));
  };
  const askRow = (row: LogEntry) => ask({ about: 'row', row });

  return (
    <>
      <Lost lost={status.lost} onRead={() => attempt(keeper.acknowledge())} />
      {job ? null : <Unsealed rows={status.unsealed} onGoOn={() => attempt(reseal())} />}
      <JobLine job={job} />
      <LoadingLine log={log} onGoOn={keeper.goOn} />
      <Tabs tabs={tabs} chosen={tab} onChoose={(next) => go({ tab: next })}>
        {(tab === 'list' || tab === 'charts') && rows.length > 0 ? (
          <div class="sieve">
            <p role="status" class="count">
              {isFiltered(filter)
                ? texts.say('log.filter.count', {
                    shown: texts.number(filtered.length),
                    total: texts.number(rows.length),
                  })
                : texts.count('log.count', log.total)}
            </p>
            <Filters filter={filter} onChange={(next) => go({ filter: next })} />
          </div>
        ) : null}
        {(tab === 'list' || tab === 'charts') && rows.length === 0 ? <EmptyLog /> : null}
        {tab === 'list' && rows.length > 0 ? (
          <LogList
            rows={filtered}
            view={view}
            asking={asking}
            onView={(next) => go({ view: next })}
            onDelete={askRow}
          />
        ) : null}
        {tab === 'charts' && rows.length > 0 ? <Charts rows={filtered} /> : null}
        {tab === 'undo' ? <Undo rows={undoable} onDelete={askRow} /> : null}
        {tab === 'files' ? (
          <Files
            rows={filtered.length}
            filtered={isFiltered(filter)}
            busy={job !== undefined || log.loading}
            onExport={(kind) => attempt(save(kind))}
            onDeleteRange={(range: DayRange) => ask({ about: 'range', range, rows: countIn(rows, range) })}
            onClear={() => ask({ about: 'clear' })}
            onReset={() => ask({ about: 'reset' })}
          />
        ) : null}
        {tab === 'lock' && status.lock === 'off' && status.unsealed > 0 ? (
          // A lock that is being taken off must be off first.
          <p class="empty">{texts.say('log.lock.unfinished')}</p>
        ) : null}
        {tab === 'lock' && status.lock === 'off' && status.unsealed === 0 ? (
          <SetLock set={(passphrase) => keeper.setLock(passphrase).then(() => void attempt(reseal()))} />
        ) : null}
        {tab === 'lock' && status.lock !== 'off' ? (
          <OpenLock
            onClose={() => attempt(keeper.closeLock())}
            onRemove={() => attempt(changeLock(keeper.removeLock()))}
          />
        ) : null}
      </Tabs>
    </>
  );
}

function countIn(rows: readonly LogEntry[], { first, last }: DayRange): number {
  const { from, to } = hoursOf(first, last);
  return rows.filter(({ hour }) => hour >= from && hour < to).length;
}

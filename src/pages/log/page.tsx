import { useEffect, useRef, useState } from 'preact/hooks';
import { RETENTION } from '../../core/log.ts';
import { usePage } from '../parts/frame.tsx';
import { Header, PrivacyLine } from '../parts/header.tsx';
import { Notice } from '../parts/notice.tsx';
import { ClearLog } from './clear.tsx';
import type { Log } from './paging.ts';
import { LogTable } from './table.tsx';
import { useLog } from './use-log.ts';

export function LogPage() {
  const { texts, settings } = usePage();
  const { log, load, loadMore, clear } = useLog();
  const [cleared, setCleared] = useState(false);
  return (
    <>
      <Header current="log" />
      <main class="page">
        <div class="intro">
          <h1>{texts.say('log.page.title')}</h1>
          <p class="lead">{texts.say('log.page.lead')}</p>
          <PrivacyLine />
        </div>
        <ClearedLine cleared={cleared} />
        <LogExplained />
        {settings.log === 'none' ? (
          <Notice kind="remark" text={texts.say('log.off.text')}>
            <a class="arrow-link" href="../settings/index.html">
              {texts.say('log.off.link')}
            </a>
          </Notice>
        ) : null}
        {log.state === 'waiting' ? <p role="status">{texts.say('log.load.waiting')}</p> : null}
        {log.state === 'failed' ? (
          <Notice kind="problem" text={texts.say('log.load.failed')}>
            <button type="button" class="button" onClick={load}>
              {texts.say('log.load.retry')}
            </button>
          </Notice>
        ) : null}
        {log.state === 'ready' && log.rows.length === 0 ? <EmptyLog off={settings.log === 'none'} /> : null}
        {log.rows.length > 0 ? (
          <>
            <div class="toolbar">
              <p>{texts.count('log.count', log.total)}</p>
              <ClearLog clear={clear} onCleared={() => setCleared(true)} />
            </div>
            <LogTable rows={log.rows} />
            <OlderRows log={log} loadMore={loadMore} />
          </>
        ) : null}
      </main>
    </>
  );
}

function ClearedLine({ cleared }: { readonly cleared: boolean }) {
  const { texts } = usePage();
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // The button that had the focus went away with the rows.
    if (cleared) line.current?.focus();
  }, [cleared]);
  return (
    <p role="status" class="cleared" tabIndex={-1} ref={line}>
      {cleared ? texts.say('log.clear.done') : ''}
    </p>
  );
}

function EmptyLog({ off }: { readonly off: boolean }) {
  const { texts } = usePage();
  return (
    <div class="empty">
      <h2>{texts.say('log.empty.title')}</h2>
      {off ? null : <p>{texts.say('log.empty.text')}</p>}
    </div>
  );
}

function OlderRows({ log, loadMore }: { readonly log: Log; loadMore(): void }) {
  const { texts } = usePage();
  const line = useRef<HTMLParagraphElement>(null);
  const wasMore = useRef(log.more !== 'none');
  useEffect(() => {
    // The button is gone after the last page; the focus must not fall back to the top of the document.
    if (log.more === 'none' && wasMore.current) line.current?.focus();
    wasMore.current = log.more !== 'none';
  }, [log.more]);
  const shown = { shown: texts.number(log.rows.length), total: texts.number(log.total) };
  return (
    <div class="older">
      <p role="status" tabIndex={-1} ref={line}>
        {log.more === 'waiting' ? texts.say('log.more.waiting') : texts.say('log.more.shown', shown)}
      </p>
      {log.more === 'failed' ? <Notice kind="problem" text={texts.say('log.more.failed')} /> : null}
      {log.more === 'none' ? null : (
        <button type="button" class="button" aria-disabled={log.more === 'waiting'} onClick={loadMore}>
          {texts.say('log.more.button')}
        </button>
      )}
    </div>
  );
}

function LogExplained() {
  const { texts } = usePage();
  return (
    <details class="card explained">
      <summary>{texts.say('log.hold.title')}</summary>
      <ul>
        <li>{texts.say('log.hold.holds')}</li>
        <li>{texts.say('log.hold.never')}</li>
        <li>{texts.say('log.hold.retention', { days: texts.number(RETENTION.brief.initial) })}</li>
        <li>{texts.say('log.hold.reader')}</li>
      </ul>
    </details>
  );
}

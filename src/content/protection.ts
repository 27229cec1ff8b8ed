import { decide, logRow } from '../core/decision/decide.ts';
import { wrongDetection } from '../core/decision/wrong-detection.ts';
import { toHex } from '../core/format/hex.ts';
import { translate } from '../core/format/translate.ts';
import type { Outcome } from '../core/log/log.ts';
import { logDetail } from '../core/log/log-detail.ts';
import { HOUR_MS, logRowId } from '../core/log/log-id.ts';
import { isPaused } from '../core/settings/pause.ts';
import { ACTION_KINDS, type Content } from '../core/types.ts';
import { dictionaries } from '../reminder/dictionaries.ts';
import { showHint } from '../reminder/hint.ts';
import { showNotice } from '../reminder/notice.ts';
import { type Answer, type OpenReminder, openReminder, outcomeOf } from '../reminder/reminder.ts';
import { hintText, reminderText } from '../reminder/reminder-text.ts';
import { browser } from '../shared/browser.ts';
import { createDelivery } from '../shared/deliver.ts';
import { chooseLanguage } from '../shared/locale.ts';
import {
  answerMessages,
  type Message,
  type SharedMemory,
  send,
  type TabHealth,
  type TabState,
} from '../shared/messages.ts';
import { postLink } from '../sites/post-link.ts';
import type { Site } from '../sites/site.ts';
import { createConfirmations } from './confirm.ts';
import { createCurrentPost } from './current-post.ts';
import { createDecisions, type Decide } from './decisions.ts';
import { watchHealth } from './health-watch.ts';
import type { HeldAction } from './held-action.ts';
import { intercept } from './intercept.ts';
import { createJudge, type Hint, type Judge } from './judge.ts';
import { isAlive } from './lifetime.ts';
import { createOpeners } from './opener.ts';
import { createPermits, type Permits } from './permit.ts';
import { createPresses, type Presses } from './press.ts';
import { createRehearsal } from './rehearsal.ts';
import { createReminderMemory } from './reminder-memory.ts';
import { replay } from './replay.ts';
import { watchSnapshot } from './snapshot.ts';
import { warmUp } from './warm-up.ts';

/** Before the settings are read nothing is held; the law is told as to anybody. */
const NO_STATUS = { status: 'unspecified', spouse: false } as const;

/** A smaller frame cannot show the reminder; plugins of the sites are such frames. */
const SMALLEST_FRAME = { width: 400, height: 300 };

function hasRoom(): boolean {
  const { width, height } = SMALLEST_FRAME;
  return window.top === window || (window.innerWidth >= width && window.innerHeight >= height);
}

function newId(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(16)));
}

/** Starts everything in this frame. All of it ends with one signal. */
export function startProtection(site: Site): void {
  // After an update Chromium injects into open tabs: the page's own listeners may then come first.
  const isLate = document.readyState !== 'loading';
  const life = new AbortController();
  const now = () => Date.now();
  const permits = createPermits(now);
  const openers = createOpeners(site, now);
  const snapshot = watchSnapshot(() => {
    reportState();
    reportEndOfPause();
    warmUpOnce();
  }, life.signal);
  const confirmations = createConfirmations(newId);
  const memory = createReminderMemory({
    now,
    isPrivate: browser.extension.inIncognitoContext === true,
    read: () => send('memory.read', null),
    send: (event) => send('memory.add', event),
    signal: life.signal,
  });
  let open: OpenReminder | undefined;
  let unsentRows = 0;
  let health: TabHealth | null = null;
  let hasFailed = false;
  let isWarm = false;
  let pauseTimer: ReturnType<typeof setTimeout> | undefined;

  const delivery = createDelivery({
    send: (entry) => send('log.add', entry),
    schedule: (task, milliseconds) => {
      const timer = setTimeout(task, milliseconds);
      return () => clearTimeout(timer);
    },
    onUnsent: (count) => {
      unsentRows = count;
      reportState();
    },
  });

  function language(): 'id' | 'en' {
    return chooseLanguage(snapshot.current()?.settings.language ?? 'auto', browser.i18n.getUILanguage());
  }

  function hold(held: HeldAction): void {
    const chosen = language();
    const text = reminderText(held.request, held.verdict, {
      language: chosen,
      settings: snapshot.current()?.settings ?? NO_STATUS,
      turn: memory.current().shown,
    });
    if (!hasRoom()) {
      settle(held, confirmations.ask(text)).catch(() => {
        // No window to ask in is our fault: the next press goes through.
        permits.grant(held.key);
        failed();
      });
      return;
    }
    open = openReminder(text);
    settle(held, open.answer).catch(failed);
  }

  async function settle(held: HeldAction, asked: Promise<Answer>): Promise<void> {
    const answer = await asked;
    const outcome = outcomeOf(answer);
    open = undefined;
    // A reminder that the page took away was never answered, and comes again.
    if (answer !== 'closed') {
      const { request, verdict } = held;
      memory.add(verdict.occasion, answer, answer === 'wrong' ? wrongDetection(request, verdict) : undefined);
    }
    record(held, outcome);
    if (answer === 'wrong') notify('notice.wrong');
    if (outcome === 'closed') notify('notice.removed');
    if (outcome !== 'continued') {
      held.files?.discard();
      return;
    }
    const result = await replay(site, held, (control) => openers.subjectOf(control).subject?.key ?? '');
    if (result === 'done') return;
    permits.grant(held.key);
    notify(result === 'gone' ? 'notice.gone' : 'notice.pressAgain');
  }

  /** The page goes on first. */
  function hint({ control, grounds }: Hint): void {
    setTimeout(() => {
      const { occasion } = grounds;
      const entities = memory.current().entities;
      const continued = entities.find(({ id }) => id === occasion.entity)?.continued ?? 0;
      memory.add(occasion, 'hinted');
      const chosen = language();
      showHint(hintText(grounds, chosen, continued), chosen, control.element);
    }, 0);
  }

  function record(held: HeldAction, outcome: Outcome): void {
    // Nothing of a private window leaves this script; the worker refuses such rows as well.
    if (browser.extension.inIncognitoContext) return;
    const at = now();
    const rowId = logRowId(at, crypto.getRandomValues(new Uint8Array(12)));
    const { request, verdict } = held;
    // Below that level nothing of a post may even be on its way to the background.
    const isDetailed = snapshot.current()?.settings.log === 'detailed';
    delivery.add({
      row: logRow(rowId, Math.floor(at / HOUR_MS) * HOUR_MS, request, verdict.subject, outcome),
      detail: isDetailed
        ? logDetail(rowId, verdict.findings, request.content, postLink(site.id, request.postKey))
        : null,
    });
  }

  function notify(key: string): void {
    const chosen = language();
    showNotice(translate(dictionaries[chosen], key), chosen);
  }

  function state(): TabState {
    const settings = snapshot.current()?.settings;
    return {
      site: site.id,
      protection: protection(settings?.sites[site.id]),
      actions: ACTION_KINDS.filter((action) => settings?.actions[action]),
      unsentRows,
      health,
    };
  }

  function protection(isSiteOn: boolean | undefined): TabState['protection'] {
    if (isSiteOn === undefined) return 'starting';
    if (!isSiteOn) return 'off';
    if (isPaused(snapshot.current()?.pause, now())) return 'paused';
    if (hasFailed) return 'partly';
    return isLate ? 'reload-needed' : 'on';
  }

  function reportEndOfPause(): void {
    clearTimeout(pauseTimer);
    const pause = snapshot.current()?.pause;
    if (isPaused(pause, now())) pauseTimer = setTimeout(reportState, pause.until - now());
  }

  function judgeWith(granted: Permits, decide: Decide): Judge {
    return createJudge({
      site,
      snapshot: snapshot.current,
      memory: memory.current,
      permits: granted,
      openers,
      decide,
      now,
    });
  }

  function pressesOfNobody(): Presses {
    return createPresses({
      site,
      judge: judgeWith(createPermits(now), createDecisions()),
      hold: () => undefined,
      passed: () => undefined,
      pressed: () => undefined,
    });
  }

  function warmUpOnce(): void {
    const loaded = snapshot.current();
    if (!loaded || isWarm) return;
    isWarm = true;
    // The rules arrive before the posts do.
    const decideOn = (content: Content) => {
      const request = { site: site.id, action: 'like', content, postKey: '', now: now() } as const;
      decide(request, loaded.rules, loaded.settings, memory.current());
    };
    const start = () =>
      warmUp({
        site,
        titleAt: (number) => loaded.rules.entry(number)?.title ?? '',
        decide: decideOn,
        presses: pressesOfNobody(),
        signal: life.signal,
      });
    if (document.readyState === 'complete') start();
    else window.addEventListener('load', start, { once: true, signal: life.signal });
  }

  function reportState(): void {
    if (window.top !== window || life.signal.aborted) return;
    // A sleeping or missing worker only delays the badge.
    send('tab.state', state()).catch(() => undefined);
  }

  answerMessages((message) => {
    const { name, payload } = (message ?? {}) as Partial<Message>;
    if (name === 'tab.query' && window.top === window) return Promise.resolve(state());
    if (name === 'memory.forgotten') {
      memory.forget(payload as SharedMemory);
      return Promise.resolve(null);
    }
    return confirmations.receive(message);
  });

  const decisions = createDecisions();
  const rehearsal = createRehearsal({
    site,
    judge: judgeWith(createPermits(now), decisions),
    signal: life.signal,
  });
  intercept({
    site,
    judge: judgeWith(permits, decisions),
    approached: rehearsal.suggest,
    openers,
    currentPost: createCurrentPost(site),
    ownHost: () => open?.host,
    ownKey: (event) => open?.onKey(event),
    hold,
    hint,
    orphaned: () => life.abort(),
    failed,
    signal: life.signal,
  });

  if (window.top === window) {
    watchHealth({
      site,
      isAlive,
      isWanted: () => snapshot.current()?.settings.sites[site.id] === true,
      report: (found) => {
        health = found;
        reportState();
      },
      signal: life.signal,
    });
  }

  function failed(): void {
    hasFailed = true;
    reportState();
  }
}

import * as z from 'zod/mini';
import { REMINDER_ENDS } from '../core/fatigue.ts';
import { type LogRow, logRowSchema } from '../core/log.ts';
import { HOUR_MS } from '../core/log-id.ts';
import { readSettings, settingsSchema } from '../core/settings.ts';
import { ACTION_KINDS, SITE_IDS } from '../core/types.ts';
import type { Runtime } from '../shared/browser.ts';
import { browser } from '../shared/browser.ts';
import type { MessageName, Payload, Reply, TabState } from '../shared/messages.ts';
import { readStored } from '../shared/storage.ts';
import { showState } from './badge.ts';
import { openConfirmation } from './confirm.ts';
import type { LogStore } from './log-store.ts';
import { listPacks, publishIfMissing, saveSettings } from './publish.ts';
import { addToMemory, forgetMemory, readMemory } from './reminder-memory.ts';
import { endWelcome, isLogChosen } from './welcome.ts';

type Sender = Runtime.MessageSender;
type Zone = 'content' | 'page';
/** These go to tabs; the background does not own them. */
type BackgroundName = Exclude<
  MessageName,
  'tab.query' | 'memory.forgotten' | 'confirm.read' | 'confirm.answer'
>;
type Handler = (payload: unknown, sender: Sender) => Promise<unknown>;

const rowsPerPage = z.int().check(z.gte(1), z.lte(1_000));
const querySchema = z.strictObject({ limit: rowsPerPage, before: z.optional(logRowSchema.shape.id) });

const questionSchema = z.strictObject({ id: z.string().check(z.regex(/^[0-9a-f]{32}$/)) });

const memoryEventSchema = z.strictObject({
  entity: z.nullable(z.string().check(z.maxLength(80))),
  end: z.enum(REMINDER_ENDS),
});

/** The id says when a row expires, so it may not say another hour than the row. */
const rowSchema = logRowSchema.check(
  z.refine((row) => Number.parseInt(row.id.slice(0, 8), 16) * HOUR_MS === row.hour, 'id and hour differ'),
);

const actionsSchema = z.array(z.enum(ACTION_KINDS)).check(z.maxLength(ACTION_KINDS.length));

const healthSchema = z.strictObject({
  page: z.enum(['understood', 'unknown-page']),
  watched: actionsSchema,
  unknown: actionsSchema,
  unknownControls: z.int().check(z.nonnegative(), z.lte(1_000_000)),
});

const tabStateSchema: z.ZodMiniType<TabState> = z.strictObject({
  site: z.enum(SITE_IDS),
  protection: z.enum(['on', 'off', 'starting', 'reload-needed', 'partly']),
  actions: actionsSchema,
  unsentRows: z.int().check(z.nonnegative(), z.lte(1_000_000)),
  health: z.nullable(healthSchema),
});

/**
 * The one listener of the background. Not async: an async listener answers every message, also those of others, with
 * undefined (measured). It owns the names below and stays silent for all else; what it owns and refuses, it rejects.
 */
export function createListener(
  log: LogStore,
  now: () => number,
): (message: unknown, sender: Sender) => Promise<unknown> | undefined {
  const handlers: Record<BackgroundName, Handler> = {
    // Zone 1, any content script of ours. A page that broke out of its sandbox can send these, so they can only add
    // a coarse row, change the sign of their own tab, and see and raise the counts of reminders.
    'log.add': handler<'log.add'>('content', rowSchema, (row, sender) => addRow(log, row, sender)),
    'tab.state': handler<'tab.state'>('content', tabStateSchema, takeState),
    'confirm.open': handler<'confirm.open'>('content', questionSchema, ({ id }, sender) =>
      openConfirmation(id, sender),
    ),
    'memory.read': handler<'memory.read'>('content', z.null(), readMemory),
    'memory.add': handler<'memory.add'>('content', memoryEventSchema, (event, sender) =>
      // Nothing of a private window is kept, not even in memory.
      sender.tab?.incognito === false ? addToMemory(event, now()) : readMemory(),
    ),
    // Zone 2, our own pages: these read the log and change what is stored.
    'memory.show': handler<'memory.show'>('page', z.null(), readMemory),
    'memory.forget': handler<'memory.forget'>('page', z.null(), async () => {
      await forgetMemory(now());
      return null;
    }),
    'log.list': handler<'log.list'>(
      'page',
      querySchema as z.ZodMiniType<Payload<'log.list'>>,
      async (query) => {
        // Nobody should see a row that should be gone; when pruning fails the log still opens.
        await log.pruneIfDue().catch(() => undefined);
        return log.list(query);
      },
    ),
    'log.clear': handler<'log.clear'>('page', z.null(), async () => {
      await log.clear();
      return null;
    }),
    'settings.save': handler<'settings.save'>('page', settingsSchema, async (settings) => {
      await saveSettings(settings);
      return null;
    }),
    'welcome.done': handler<'welcome.done'>('page', z.null(), async () => {
      await endWelcome();
      return null;
    }),
    'packs.list': handler<'packs.list'>('page', z.null(), () => listPacks(now())),
  };

  return (message, sender) => {
    const owned = readEnvelope(message);
    if (!owned || !Object.hasOwn(handlers, owned.name)) return undefined;
    return handlers[owned.name as BackgroundName](owned.payload, sender);
  };
}

function handler<Name extends BackgroundName>(
  zone: Zone,
  schema: z.ZodMiniType<Payload<Name>>,
  answer: (payload: Payload<Name>, sender: Sender) => Promise<Reply<Name>>,
): Handler {
  return async (payload, sender) => {
    const parsed = schema.safeParse(payload);
    if (zoneOf(sender) !== zone || !parsed.success) throw new Error('refused');
    return answer(parsed.data, sender);
  };
}

/** Where a message comes from. A page of ours in a tab is a page, never a content script. */
function zoneOf(sender: Sender): Zone | undefined {
  if (sender.id !== browser.runtime.id) return undefined;
  const own = browser.runtime.getURL('');
  if (sender.url?.startsWith(own)) {
    // Chromium also tells the origin, which a renderer cannot choose; where it is told, it must agree.
    const { origin } = sender as Sender & { readonly origin?: string };
    return origin === undefined || `${origin}/` === own ? 'page' : undefined;
  }
  return sender.tab?.id === undefined ? undefined : 'content';
}

async function addRow(log: LogStore, row: LogRow, sender: Sender): Promise<Reply<'log.add'>> {
  // Mozilla's add-on policy 6.3.2: nothing from a private window is stored.
  if (sender.tab?.incognito !== false || !(await isLogChosen())) return { stored: false };
  const { settings } = await readStored('settings');
  if (readSettings(settings).log === 'none') return { stored: false };
  await log.add(row);
  // The row is safe; the sender does not wait for old rows to go.
  log.pruneIfDue().catch(() => undefined);
  return { stored: true };
}

const takeState: (state: TabState, sender: Sender) => Promise<null> = async (state, sender) => {
  // The tab shows one sign: that of its own page, not of a frame in it.
  if (sender.tab?.id !== undefined && !sender.frameId) await showState(sender.tab.id, state);
  if (state.protection === 'starting') await publishIfMissing();
  return null;
};

function readEnvelope(message: unknown): { readonly name: string; readonly payload: unknown } | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  if (!('name' in message) || typeof message.name !== 'string') return undefined;
  return { name: message.name, payload: 'payload' in message ? message.payload : undefined };
}

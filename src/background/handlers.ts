import * as z from 'zod/mini';
import { logDetailSchema, logRowSchema, PASSPHRASE_LENGTH } from '../core/log/log.ts';
import { HOUR_MS } from '../core/log/log-id.ts';
import { PAUSE_MS } from '../core/settings/pause.ts';
import { personalWordFault } from '../core/settings/personal-pack.ts';
import { PERSONAL_LIMITS, settingsSchema } from '../core/settings/settings.ts';
import { ACTION_KINDS, SITE_IDS } from '../core/types.ts';
import type { Runtime } from '../shared/browser.ts';
import { browser } from '../shared/browser.ts';
import { packLogPage } from '../shared/log-page-text.ts';
import type { LogSelection, MessageName, NewLogEntry, Payload, Reply, TabState } from '../shared/messages.ts';
import { showState } from './badge.ts';
import { openConfirmation } from './confirm.ts';
import type { LogStore } from './log/log-store.ts';
import { builtIn } from './packs/built-in.ts';
import { acceptHeld, checkSources, noteEquivocationSeen } from './packs/check-sources.ts';
import { nameEntries } from './packs/entry-names.ts';
import { currentPacks, searchEntries } from './packs/installed-packs.ts';
import { addFile, addLink, previewFile, previewLink, removeLink } from './packs/pack-links.ts';
import { sourceStates } from './packs/source-states.ts';
import { usablePacks } from './packs/usable-packs.ts';
import { importPack, previewPack, removePack } from './packs/user-packs.ts';
import { setPause } from './pause.ts';
import { changePacks, listPacks, publish, publishIfMissing, saveSettings } from './publish.ts';
import { isQuotaError } from './quota-error.ts';
import { addToMemory, forgetMemory, memoryEventSchema, readMemory } from './reminder-memory.ts';
import { resetAll } from './reset.ts';
import { endWelcome, isLogChosen } from './welcome.ts';

type Sender = Runtime.MessageSender;
type Zone = 'content' | 'page';
/** These go to tabs; the background does not own them. */
type BackgroundName = Exclude<
  MessageName,
  'tab.query' | 'memory.forgotten' | 'sources.changed' | 'confirm.read' | 'confirm.answer'
>;
type Handler = (payload: unknown, sender: Sender) => Promise<unknown>;

const rowsPerPage = z.int().check(z.gte(1), z.lte(1_000));
const querySchema = z.strictObject({ limit: rowsPerPage, before: z.optional(logRowSchema.shape.id) });

const questionSchema = z.strictObject({ id: z.string().check(z.regex(/^[0-9a-f]{32}$/)) });

/** As many as the settings can hold exceptions. */
const entryIdsSchema = settingsSchema.shape.exceptions;

/** The id says when a row expires, so it may not say another hour than the row. */
const rowSchema = logRowSchema.check(
  z.refine((row) => Number.parseInt(row.id.slice(0, 8), 16) * HOUR_MS === row.hour, 'id and hour differ'),
);

const entrySchema: z.ZodMiniType<NewLogEntry> = z
  .strictObject({ row: rowSchema, detail: z.nullable(logDetailSchema) })
  .check(z.refine(({ row, detail }) => !detail || detail.id === row.id, 'detail of another row'));

const momentSchema = z.int().check(z.nonnegative());
const selectionSchema: z.ZodMiniType<LogSelection> = z.union([
  z.strictObject({ ids: z.array(logRowSchema.shape.id).check(z.maxLength(1_000)) }),
  z.strictObject({ from: momentSchema, to: momentSchema }),
]);

const passphrase = (least: number) =>
  z.strictObject({ passphrase: z.string().check(z.minLength(least), z.maxLength(PASSPHRASE_LENGTH.most)) });

const packId = z.string().check(z.maxLength(80));
const entriesSchema = z.strictObject({
  pack: packId,
  words: z.string().check(z.maxLength(120)),
  from: z.int().check(z.nonnegative(), z.lte(100_000)),
});
const heldSchema = z.strictObject({ packId, hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)) });
const linkSchema = z.strictObject({ link: z.string().check(z.maxLength(600)) });
/** Too long a file is told as any other fault of it. */
const packFileSchema = z.strictObject({ text: z.string() });

const actionsSchema = z.array(z.enum(ACTION_KINDS)).check(z.maxLength(ACTION_KINDS.length));

const healthSchema = z.strictObject({
  page: z.enum(['understood', 'unknown-page']),
  watched: actionsSchema,
  unknown: actionsSchema,
  unknownControls: z.int().check(z.nonnegative(), z.lte(1_000_000)),
});

const tabStateSchema: z.ZodMiniType<TabState> = z.strictObject({
  site: z.enum(SITE_IDS),
  protection: z.enum(['on', 'off', 'paused', 'starting', 'reload-needed', 'partly']),
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
    'log.add': handler<'log.add'>('content', entrySchema, (entry, sender) => addEntry(log, entry, sender)),
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
        return packLogPage(await log.list(query));
      },
    ),
    'log.state': handler<'log.state'>('page', z.null(), () => log.state()),
    'log.delete': handler<'log.delete'>('page', selectionSchema, async (selection) => ({
      deleted: await log.delete(selection),
    })),
    'log.clear': handler<'log.clear'>(
      'page',
      z.null(),
      done(() => log.clear()),
    ),
    'log.acknowledge': handler<'log.acknowledge'>(
      'page',
      z.null(),
      done(() => log.acknowledge()),
    ),
    'log.reseal': handler<'log.reseal'>('page', z.null(), async () => ({ left: await log.reseal() })),
    'lock.set': handler<'lock.set'>(
      'page',
      passphrase(PASSPHRASE_LENGTH.least),
      done((secret) => log.setLock(secret.passphrase)),
    ),
    'lock.open': handler<'lock.open'>('page', passphrase(0), async (secret) => ({
      opened: await log.openLock(secret.passphrase),
    })),
    'lock.close': handler<'lock.close'>(
      'page',
      z.null(),
      done(() => log.closeLock()),
    ),
    'lock.remove': handler<'lock.remove'>(
      'page',
      z.null(),
      done(() => log.removeLock()),
    ),
    'data.reset': handler<'data.reset'>(
      'page',
      z.null(),
      done(() => resetAll(log, now())),
    ),
    'settings.save': handler<'settings.save'>(
      'page',
      settingsSchema,
      done(async (settings) => {
        await saveSettings(settings);
        // The settings are saved. What fails here is done when rows are next pruned, and the log page tells of the rest.
        await log.applyLevel().catch(() => undefined);
        log.pruneIfDue().catch(() => undefined);
      }),
    ),
    'pause.set': handler<'pause.set'>(
      'page',
      z.strictObject({ on: z.boolean() }),
      done(({ on }) => setPause(on ? now() + PAUSE_MS : undefined)),
    ),
    'welcome.done': handler<'welcome.done'>('page', z.null(), done(endWelcome)),
    'packs.list': handler<'packs.list'>('page', z.null(), () => listPacks(now())),
    'packs.entries': handler<'packs.entries'>('page', entriesSchema, async (query) =>
      searchEntries(await currentPacks(), query),
    ),
    'packs.preview': handler<'packs.preview'>('page', packFileSchema, ({ text }) =>
      previewPack(text, usablePacks(builtIn)),
    ),
    'packs.import': handler<'packs.import'>('page', packFileSchema, async ({ text }) => ({
      imported: await changePacks((known) => importPack(text, known)).catch((error: unknown) => {
        if (isQuotaError(error)) return 'full';
        throw error;
      }),
    })),
    'packs.remove': handler<'packs.remove'>(
      'page',
      z.strictObject({ id: packId }),
      done(({ id }) => changePacks((known) => removePack(id, known))),
    ),
    'sources.list': handler<'sources.list'>('page', z.null(), () => sourceStates(now())),
    'sources.check': handler<'sources.check'>(
      'page',
      z.null(),
      done(() => checkSources(now, 'all')),
    ),
    'sources.accept': handler<'sources.accept'>('page', heldSchema, async ({ packId: id, hash }) => ({
      accepted: await acceptHeld(id, hash, now),
    })),
    'sources.seen': handler<'sources.seen'>('page', heldSchema, async ({ packId: id, hash }) => ({
      seen: await noteEquivocationSeen(id, hash),
    })),
    'sources.preview': handler<'sources.preview'>('page', linkSchema, ({ link }) => previewLink(link)),
    'sources.add': handler<'sources.add'>('page', linkSchema, async ({ link }) => {
      const preview = await addLink(link);
      if (preview.ok) await checkSources(now, 'all');
      return preview;
    }),
    'sources.previewFile': handler<'sources.previewFile'>('page', packFileSchema, ({ text }) =>
      previewFile(text),
    ),
    'sources.addFile': handler<'sources.addFile'>('page', packFileSchema, async ({ text }) => {
      const preview = await addFile(text);
      if (preview.ok) await checkSources(now, 'all');
      return preview;
    }),
    'sources.remove': handler<'sources.remove'>(
      'page',
      z.strictObject({ packId }),
      done(async (source) => {
        await removeLink(source.packId);
        await publish();
      }),
    ),
    'words.check': handler<'words.check'>(
      'page',
      z.strictObject({ text: z.string().check(z.maxLength(PERSONAL_LIMITS.length + 1)) }),
      async ({ text }) => personalWordFault(text),
    ),
    'entries.name': handler<'entries.name'>('page', entryIdsSchema, async (ids) =>
      nameEntries(ids, await currentPacks()),
    ),
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

function done<Asked>(work: (payload: Asked) => Promise<unknown>): (payload: Asked) => Promise<null> {
  return async (payload) => {
    await work(payload);
    return null;
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

async function addEntry(log: LogStore, entry: NewLogEntry, sender: Sender): Promise<Reply<'log.add'>> {
  // Mozilla's add-on policy 6.3.2: nothing from a private window is stored.
  if (sender.tab?.incognito !== false) return { stored: false };
  const stored = await log.add(entry, isLogChosen);
  // The row is safe; the sender does not wait for old rows to go.
  if (stored) log.pruneIfDue().catch(() => undefined);
  return { stored };
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

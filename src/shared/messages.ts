import type { WrongDetection } from '../core/decision/wrong-detection.ts';
import type { LogDetail, LogRow, Outcome } from '../core/log/log.ts';
import type { Refusal } from '../core/pack/pack-trust.ts';
import type { EntityMemory, ReminderEnd } from '../core/reminding/fatigue.ts';
import type { PackLabel } from '../core/rule-file/rules.ts';
import type { WordFault } from '../core/settings/personal-pack.ts';
import type { Settings } from '../core/settings/settings.ts';
import type { ActionKind, EntityRole, SiteId } from '../core/types.ts';
import { browser, type Runtime } from './browser.ts';
import type { ReminderText } from './reminder-text.ts';

/** What is understood of the page in front, without content; `src/sites/health.ts` says how it is found. */
export interface TabHealth {
  readonly page: 'understood' | 'unknown-page';
  /** Actions whose controls are found. */
  readonly watched: readonly ActionKind[];
  /** Actions that should be there and are not recognised. */
  readonly unknown: readonly ActionKind[];
  /** Controls inside posts that look like actions and are not recognised. */
  readonly unknownControls: number;
}

/** State of protection in one tab, as the popup and the badge show it. Never holds content of a page. */
export interface TabState {
  readonly site: SiteId;
  readonly protection: 'on' | 'off' | 'paused' | 'starting' | 'reload-needed' | 'partly';
  /** Actions that are switched on here. */
  readonly actions: readonly ActionKind[];
  readonly unsentRows: number;
  /** Null before the first look at the page. */
  readonly health: TabHealth | null;
}

/** What a tab hands over; the background keeps no more of it than the level says. */
export interface NewLogEntry {
  readonly row: LogRow;
  /** Null below level *Rinci*, and where the post has none. */
  readonly detail: LogDetail | null;
}

export interface LogEntry extends LogRow {
  readonly detail: LogDetail | null;
}

export interface LogPage {
  /** Newest first. */
  readonly rows: readonly LogEntry[];
  readonly total: number;
}

/**
 * A `LogPage` on its way, packed by `log-page-text.ts`. Rows as JSON: between two parts of the extension Firefox copies a
 * thousand objects in 26 ms, and the same as one text in 3 ms (measured).
 */
export interface LogPageText {
  readonly rows: string;
  readonly total: number;
}

export interface LogState {
  /** `off`: *Catatan terkunci* is not in use. */
  readonly lock: 'off' | 'locked' | 'unlocked';
  /** Rows in the database, those that cannot be opened now too. */
  readonly rows: number;
  readonly details: number;
  /** Rows that still lie as they were before the lock was set or taken off; `log.reseal` goes on with them. */
  readonly unsealed: number;
  /** Rows that were stored and are gone without anybody deleting them: the browser lost or emptied the database. */
  readonly lost: number;
}

/** Rows by their ids, or all of the hours from `from` up to but not including `to`, milliseconds since the epoch. */
export type LogSelection =
  | { readonly ids: readonly string[] }
  | { readonly from: number; readonly to: number };

export interface PackState extends PackLabel {
  readonly enabled: boolean;
  /**
   * `built-in`: comes with the extension; `agency`, `link`: signed, and configured by a policy or by the person; `file`: the
   * person imported it, nobody signed it; `own`: the person's words.
   */
  readonly origin: 'built-in' | 'agency' | 'link' | 'file' | 'own';
  /** Of a signed one, else null. */
  readonly release: ReleaseState | null;
  readonly source: string;
  readonly entries: number;
  /** With the phase of today, or null when it sleeps; `region` is null where the whole country votes. */
  readonly contests: readonly {
    readonly name: string;
    readonly region: string | null;
    readonly phase: string | null;
  }[];
}

/** A signed release as people compare it. Times in milliseconds since the epoch. */
export interface ReleaseState {
  readonly epoch: number;
  readonly seq: number;
  /** SHA-256 of its content, hex. */
  readonly hash: string;
  /** The hash in words that can be read aloud. */
  readonly words: string;
  readonly issued: number;
  readonly expires: number;
  /** Past its day; it stays in use. */
  readonly stale: boolean;
  readonly received: number;
}

/** What is known of one source of signed packs, for the person and for the IT officer at the desk. */
export interface SourceState {
  readonly packId: string;
  readonly origin: 'agency' | 'link';
  /** Null where the policy holds the file itself. */
  readonly url: string | null;
  /** The publisher's keys as words, as they are configured. */
  readonly keyWords: string;
  /** The same for the keys that count now, where a release or a recovery named others; else null. */
  readonly changedKeyWords: string | null;
  /** Null before the first one arrived. */
  readonly active: (ReleaseState & { readonly title: string; readonly version: string }) | null;
  /**
   * Whether the release that was accepted last can still be read. `copy`: from its copy, for the browser lost the slots;
   * `before`: no, and the one before it is in use; `gone`: no, and nothing is in use, also where its keys were revoked.
   */
  readonly damage: 'copy' | 'before' | 'gone' | null;
  /** When a copy had to stand in for what the browser lost, the last time; milliseconds since the epoch. */
  readonly restored: number | null;
  /** A release that waits for the person, because it looks like a mistake. */
  readonly held: {
    readonly hash: string;
    readonly words: string;
    readonly title: string;
    readonly version: string;
    readonly reasons: readonly ('remarks' | 'drops' | 'empty')[];
    /** Shares, 0 to 1. */
    readonly remarked: number;
    readonly dropped: number;
  } | null;
  readonly check: {
    readonly time: number;
    readonly result: SourceCheck;
    readonly details: readonly string[];
  } | null;
  readonly next: number;
  /** Newest first. */
  readonly history: readonly {
    readonly time: number;
    readonly version: string;
    readonly words: string;
    readonly added: number;
    readonly removed: number;
  }[];
  /** Newest first; told until the person saw it. */
  readonly equivocations: readonly EquivocationState[];
}

/** Two releases with one number, both signed: the one that came first counts. Hashes in hex, and as words. */
export interface EquivocationState {
  /** When the second one was first met, milliseconds since the epoch. */
  readonly time: number;
  readonly epoch: number;
  readonly seq: number;
  readonly kept: string;
  readonly keptWords: string;
  readonly refused: string;
  readonly refusedWords: string;
  readonly seen: boolean;
}
export type SourceCheck =
  | 'new'
  | 'unchanged'
  /** Waits for the person. */
  | 'held'
  /** No answer, or not the file: offline, 404, a redirect, no permission by the host, too long, too slow. */
  | 'unreachable'
  /** Firefox: the person has not given access to the host yet. */
  | 'no-access'
  /** Its ids are those of another list. */
  | 'clash'
  /** The browser's storage is full; what was active stays. */
  | 'no-room'
  /** A fault of ours; what was active stays. */
  | 'failed'
  | Refusal;

/** What following a link would mean; nothing is stored. */
export type LinkPreview =
  | {
      readonly ok: true;
      readonly packId: string;
      readonly title: string;
      readonly source: string;
      readonly entries: number;
      readonly keyWords: string;
    }
  /** `link`: not the form of such a link; `keys`: the file names other keys than the link; `taken`: the id is in use. */
  | { readonly ok: false; readonly fault: 'link' | 'keys' | 'taken' | SourceCheck };

/** An entry of a pack as people name it. */
export interface EntryName {
  readonly id: string;
  readonly title: string;
  readonly pack: PackLabel;
  /** Name of its contest, or null for phrases and for parties of every contest. */
  readonly contest: string | null;
}

export type PackPreview =
  /** One sentence each, opening with the path and the line in the file. */
  | { readonly ok: false; readonly problems: readonly string[] }
  | {
      readonly ok: true;
      readonly id: string;
      readonly title: string;
      readonly version: string;
      readonly source: string;
      readonly contests: readonly string[];
      readonly entries: number;
      /** Version of the imported pack that it would take the place of, or null. */
      readonly replaces: string | null;
    };

/** Entries of a pack whose name holds the words that were asked for. */
export interface PackEntries {
  readonly total: number;
  readonly entries: readonly { readonly id: string; readonly title: string; readonly kind: PackEntryKind }[];
}
export type PackEntryKind = EntityRole | 'exception';

/** What a tab adds to the memory of reminders. */
export interface MemoryEvent {
  /** Id of the pack entry, or null. */
  readonly entity: string | null;
  readonly end: ReminderEnd;
  /** What the tab knew of `SharedMemory.epoch`; absent before it was told. */
  readonly epoch?: number | undefined;
  /** Of a `wrong` one. */
  readonly detection?: WrongDetection | undefined;
}

/** What all tabs know of earlier reminders. */
export interface SharedMemory {
  /** A higher one after the person had it forgotten. */
  readonly epoch: number;
  readonly day: string;
  readonly shown: number;
  readonly wrong: readonly string[];
  readonly entities: readonly EntityMemory[];
  /** What was called wrong, for a report that the person may export; latest last. */
  readonly detections: readonly WrongDetection[];
}

/** What goes between the parts of the extension. Content scripts may only send the first five. */
export interface Messages {
  'log.add'(entry: NewLogEntry): { readonly stored: boolean };
  'tab.state'(state: TabState): null;
  'confirm.open'(question: { readonly id: string }): null;
  'memory.read'(query: null): SharedMemory;
  'memory.add'(event: MemoryEvent): SharedMemory;
  /** Of a page: what is quiet now. */
  'memory.show'(query: null): SharedMemory;
  'memory.forget'(query: null): null;
  'log.list'(query: { readonly limit: number; readonly before?: string }): LogPageText;
  'log.state'(query: null): LogState;
  'log.delete'(selection: LogSelection): { readonly deleted: number };
  /** Wipes rows, details and key. The lock goes too; settings stay. */
  'log.clear'(query: null): null;
  /** The person has read that rows were lost: the count begins anew. */
  'log.acknowledge'(query: null): null;
  /** Sets the lock (*Catatan terkunci*) and leaves the log unlocked; rejects when one is set. */
  'lock.set'(secret: { readonly passphrase: string }): null;
  /** False: the passphrase is wrong. */
  'lock.open'(secret: { readonly passphrase: string }): { readonly opened: boolean };
  'lock.close'(query: null): null;
  /** Takes the lock off an unlocked log. */
  'lock.remove'(query: null): null;
  /** Seals some rows anew after a change of the lock; to be called until none is left, and may end at any time. */
  'log.reseal'(query: null): { readonly left: number };
  /** *Hapus semua*: everything that was ever stored, settings too; then as after a fresh install. */
  'data.reset'(query: null): null;
  /** The person chose how much is logged, or skipped it: from now on rows are stored. */
  'welcome.done'(query: null): null;
  'settings.save'(settings: Settings): null;
  /** Pauses all sites for an hour from now, or ends the pause. */
  'pause.set'(choice: { readonly on: boolean }): null;
  'packs.list'(query: null): readonly PackState[];
  /** At most 50, from the `from`-th on. */
  'packs.entries'(query: {
    readonly pack: string;
    readonly words: string;
    readonly from: number;
  }): PackEntries;
  'packs.preview'(file: { readonly text: string }): PackPreview;
  /**
   * False when the file is not accepted; `packs.preview` says why. `full` where the rules of all lists together have no room in
   * the storage of the browser: nothing has changed then.
   */
  'packs.import'(file: { readonly text: string }): { readonly imported: boolean | 'full' };
  /** Why a word cannot be among the person's own, or null. */
  'words.check'(word: { readonly text: string }): WordFault | null;
  'packs.remove'(pack: { readonly id: string }): null;
  'sources.list'(query: null): readonly SourceState[];
  /** Sent by the background to the pages that are open: what is known of the sources may be another. */
  'sources.changed'(query: null): null;
  /** Looks for newer releases of all sources now. */
  'sources.check'(query: null): null;
  /** The person wants a held release; false when it is no longer there. */
  'sources.accept'(held: { readonly packId: string; readonly hash: string }): { readonly accepted: boolean };
  /** The person saw an equivocation, told by the hash of the refused release; false when it is not known. */
  'sources.seen'(equivocation: { readonly packId: string; readonly hash: string }): {
    readonly seen: boolean;
  };
  /** A link is an address and the fingerprint of the publisher's keys: `https://…/x.jpack#k=<SHA-256>`. */
  'sources.preview'(link: { readonly link: string }): LinkPreview;
  'sources.add'(link: { readonly link: string }): LinkPreview;
  /** The same with a signed file. */
  'sources.previewFile'(file: { readonly text: string }): LinkPreview;
  'sources.addFile'(file: { readonly text: string }): LinkPreview;
  /** Of a source that the person added. */
  'sources.remove'(source: { readonly packId: string }): null;
  /** Of those that a pack has, in the order in which they were asked for. */
  'entries.name'(ids: readonly string[]): readonly EntryName[];
  /** Sent to a tab, not to the background. */
  'tab.query'(query: null): TabState;
  'memory.forgotten'(memory: SharedMemory): null;
  /** Sent by our confirm page to the frame that asks; null when the frame has no such question any more. */
  'confirm.read'(question: { readonly id: string }): ReminderText | null;
  'confirm.answer'(answer: { readonly id: string; readonly outcome: Outcome }): null;
}
export type MessageName = keyof Messages;
export type Payload<Name extends MessageName> = Parameters<Messages[Name]>[0];
export type Reply<Name extends MessageName> = ReturnType<Messages[Name]>;

export interface Message<Name extends MessageName = MessageName> {
  readonly name: Name;
  readonly payload: Payload<Name>;
}

/** Stands for an answer that failed: Chromium before 148 hands over values only. */
interface Failure {
  readonly failure: string;
}

/** What Chromium and Firefox say of a message that nobody received. */
const NOBODY = /Receiving end does not exist/;

/**
 * Sends to the background. Rejects when nobody answered or the answer failed: the caller decides whether to try again. Who
 * sends while the background of Firefox goes to sleep is told that nobody is there (18 of 40 messages at that moment,
 * measured November 2026); the second message starts it anew (all 18).
 */
export async function send<Name extends MessageName>(
  name: Name,
  payload: Payload<Name>,
): Promise<Reply<Name>> {
  const once = async () => browser.runtime.sendMessage({ name, payload });
  const answer = once().catch((error: unknown) => {
    if (!NOBODY.test(String(error))) throw error;
    return once();
  });
  return opened(await answer) as Reply<Name>;
}

export async function sendToTab<Name extends MessageName>(
  tabId: number,
  name: Name,
  payload: Payload<Name>,
  /** 0 is the page itself; without it every frame of the tab gets the message. */
  frameId?: number,
): Promise<Reply<Name>> {
  const options = frameId === undefined ? {} : { frameId };
  return opened(await browser.tabs.sendMessage(tabId, { name, payload }, options)) as Reply<Name>;
}

function opened(answer: unknown): unknown {
  const { failure } = (answer ?? {}) as Partial<Failure>;
  if (failure !== undefined) throw new Error(failure);
  return answer;
}

/**
 * Answers messages with what the promises of `listen` bring; where it returns none, others may answer. Chromium before
 * 148 takes no promise from a listener, but every browser knows the third argument.
 */
export function answerMessages(
  listen: (message: unknown, sender: Runtime.MessageSender) => Promise<unknown> | undefined,
): void {
  browser.runtime.onMessage.addListener(((message, sender, respond) => {
    const answer = listen(message, sender);
    answer?.then(respond, (error: unknown) => {
      respond({ failure: error instanceof Error ? error.message : 'failed' } satisfies Failure);
    });
    return answer && true;
  }) as Runtime.OnMessageListenerCallback);
}

import * as z from 'zod/mini';
import type { WrongDetection } from '../core/decision/wrong-detection.ts';
import { EMPTY_MEMORY, REMINDER_ENDS, remember } from '../core/reminding/fatigue.ts';
import { ACTION_KINDS, FINDING_KINDS, SITE_IDS } from '../core/types.ts';
import { browser } from '../shared/browser.ts';
import { type MemoryEvent, type SharedMemory, sendToTab } from '../shared/messages.ts';

/**
 * What the tabs share of their reminders. In `storage.session`, which is never written to disk: it names entities, and
 * the log at its usual level must not.
 */
const KEY = 'reminders';

const MOST_DETECTIONS = 200;

const entrySchema = z.string().check(z.maxLength(80));
const detectionSchema: z.ZodMiniType<WrongDetection> = z.strictObject({
  entry: entrySchema,
  site: z.enum(SITE_IDS),
  action: z.enum(ACTION_KINDS),
  kind: z.enum(FINDING_KINDS),
  isOwn: z.boolean(),
});

/** What a tab may tell. */
export const memoryEventSchema: z.ZodMiniType<MemoryEvent> = z.strictObject({
  entity: z.nullable(entrySchema),
  end: z.enum(REMINDER_ENDS),
  epoch: z.optional(z.number()),
  detection: z.optional(detectionSchema),
});

const momentSchema = z.number().check(z.nonnegative());
const memorySchema: z.ZodMiniType<SharedMemory> = z.strictObject({
  epoch: z.number(),
  day: z.string().check(z.maxLength(10)),
  shown: z.int().check(z.nonnegative()),
  wrong: z.array(entrySchema).check(z.maxLength(1_000)),
  entities: z
    .array(
      z.strictObject({
        id: entrySchema,
        reminded: momentSchema,
        hinted: momentSchema,
        continued: z.int().check(z.nonnegative()),
      }),
    )
    .check(z.maxLength(1_000)),
  detections: z.array(detectionSchema).check(z.maxLength(MOST_DETECTIONS)),
});

const EMPTY: SharedMemory = { epoch: 0, day: '', shown: 0, wrong: [], entities: [], detections: [] };

export async function readMemory(): Promise<SharedMemory> {
  const { [KEY]: stored } = await browser.storage.session.get(KEY);
  const parsed = memorySchema.safeParse(stored);
  return parsed.success ? parsed.data : EMPTY;
}

/** One after another, so that two tabs do not overwrite each other. */
let last: Promise<unknown> = Promise.resolve();

export function addToMemory(
  { entity, end, detection, epoch: known }: MemoryEvent,
  now: number,
): Promise<SharedMemory> {
  return inTurn(async () => {
    const memory = await readMemory();
    const { epoch, detections: before, ...stored } = memory;
    // It was on its way while the person had everything forgotten.
    if (known !== undefined && known !== epoch) return memory;
    const occasion = { id: '', post: '', entity, account: '', strength: 'cue' } as const;
    const { day, shown, wrong, entities } = remember({ ...EMPTY_MEMORY, ...stored }, occasion, end, now);
    const detections = end === 'wrong' && detection ? [...before, detection].slice(-MOST_DETECTIONS) : before;
    return write({ epoch, day, shown, wrong, entities, detections });
  });
}

/** Tabs forget as well: those that are open at once. */
export async function forgetMemory(now: number): Promise<void> {
  const memory = await inTurn(async () => {
    const { epoch } = await readMemory();
    return write({ ...EMPTY, epoch: Math.max(now, epoch + 1) });
  });
  await tellTabs(memory);
}

/** After a wipe of everything, which begins anew to count how often it was forgotten: open tabs must know. */
export async function tellForgotten(): Promise<void> {
  await tellTabs(await readMemory());
}

async function tellTabs(memory: SharedMemory): Promise<void> {
  const tabs = await browser.tabs.query({});
  // Pages without our script have nobody to answer.
  await Promise.allSettled(tabs.map(({ id = -1 }) => sendToTab(id, 'memory.forgotten', memory)));
}

function inTurn(task: () => Promise<SharedMemory>): Promise<SharedMemory> {
  const result = last.then(task, task);
  last = result.catch(() => undefined);
  return result;
}

async function write(memory: SharedMemory): Promise<SharedMemory> {
  await browser.storage.session.set({ [KEY]: memory });
  return memory;
}

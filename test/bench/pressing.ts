import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright';
import type { SiteId } from '../../src/core/types.ts';
import { type ChromiumBrowser, startChromium } from '../browser/driver/chromium.ts';
import { type Tab, until } from '../browser/driver/driver.ts';
import { forgetReminders, protectedTab, REMINDER_OPEN, SCENARIOS } from '../browser/scenario.ts';
import { median, milliseconds, quantile, type Row } from './report.ts';

const PRESSES = 100;
const GESTURE = ['pointerdown', 'touchstart', 'mousedown', 'pointerup', 'touchend', 'mouseup', 'click'];

const LIKE: Readonly<Record<SiteId, (post: string) => string>> = {
  facebook: (post) => `[data-test-id=${post}] [role=button]:has([data-ad-rendering-role=like_button])`,
  instagram: (post) =>
    `[data-test-id=${post}] section [role=button]:has(svg[aria-label="Suka"][height="24"])`,
  x: (post) => `[data-test-id=${post}] [data-testid=like]`,
};

/** Milliseconds that the browser spent in all listeners of one press, and in those of two of its events. */
export interface Press {
  readonly total: number;
  /** The one of its events whose listeners took longest. */
  readonly longest: number;
  readonly pointerdown: number;
  readonly click: number;
  /** Milliseconds of these in which the browser collected garbage, that of the page nearly always. */
  readonly collecting: number;
  /** Milliseconds of what a marked extension marks, by name, calls inside of others included. */
  readonly parts: ReadonlyMap<string, number>;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  /** Microseconds that the thread of the page has worked: at this event, and during it. */
  readonly tts?: number;
  readonly tdur?: number;
  readonly args: { readonly data?: { readonly type?: string } };
}

/**
 * Times come from the browser's own trace: it holds the duration of every event dispatch, listeners of all worlds
 * included, also for events that we hide from the page and that page code could not measure. They are times of the
 * processor, which other programs of a busy machine do not make longer.
 */
export async function traced(session: CDPSession, task: () => Promise<void>): Promise<Press[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) => {
    events.push(
      ...(value as TraceEvent[]).filter(
        ({ name }) => name === 'EventDispatch' || COLLECTIONS.has(name) || name.startsWith('jaga:'),
      ),
    );
  };
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'blink.user_timing'] },
  });
  await task();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  return pressesOf(events.sort((a, b) => a.ts - b.ts));
}

/** As the trace calls them: of young objects, of all, and a step of the latter. */
const COLLECTIONS: ReadonlySet<string> = new Set(['MinorGC', 'MajorGC', 'V8.GC_MC_INCREMENTAL']);

function pressesOf(events: readonly TraceEvent[]): Press[] {
  const presses: {
    total: number;
    longest: number;
    pointerdown: number;
    click: number;
    collecting: number;
    parts: Map<string, number>;
  }[] = [];
  const open: { readonly name: string; readonly ts: number }[] = [];
  let end = 0;
  let thread = '';
  for (const { name, pid, tid, tts: ts = 0, tdur: dur = 0, args } of events) {
    const type = args.data?.type ?? '';
    const press = presses.at(-1);
    if (name.startsWith('jaga:')) {
      const [, part = '', edge] = name.split(':');
      if (edge === 'begin') open.push({ name: part, ts });
      const begun = edge === 'end' ? open.pop() : undefined;
      // Work at idle has the same marks.
      if (press && begun && ts <= end) add(press.parts, begun.name, (ts - begun.ts) / 1000);
    } else if (COLLECTIONS.has(name)) {
      // Other threads collect too, and have clocks of their own.
      if (press && ts <= end && thread === `${pid} ${tid}`) press.collecting += dur / 1000;
    } else if (GESTURE.includes(type)) {
      if (type === 'pointerdown') {
        thread = `${pid} ${tid}`;
        presses.push({ total: 0, longest: 0, pointerdown: 0, click: 0, collecting: 0, parts: new Map() });
      }
      const own = presses.at(-1);
      if (!own) continue;
      end = ts + dur;
      own.total += dur / 1000;
      own.longest = Math.max(own.longest, dur / 1000);
      if (type === 'pointerdown' || type === 'click') own[type] += dur / 1000;
    }
  }
  return presses;
}

function add(parts: Map<string, number>, name: string, milliseconds: number): void {
  parts.set(name, (parts.get(name) ?? 0) + milliseconds);
}

export interface Target {
  readonly tab: Tab;
  readonly page: Page;
  readonly session: CDPSession;
}

export async function openTarget(browser: ChromiumBrowser, address: string): Promise<Target> {
  const tab = await browser.open(address);
  const page = browser.context.pages().at(-1);
  if (!page) throw new Error(`${address} did not open`);
  // The page's own reaction is no part of the measurement, and would turn every second press into an undoing.
  await tab.evaluate(
    `window.clicks = 0;
    for (const type of ${JSON.stringify(GESTURE)}) window.addEventListener(type, (event) => {
      if (type === 'click') window.clicks += 1;
      event.stopImmediatePropagation();
    }, true)`,
  );
  return { tab, page, session: await browser.context.newCDPSession(page) };
}

async function pressAt({ page }: Target, selector: string): Promise<() => Promise<void>> {
  const element = page.locator(selector).first();
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (!box) throw new Error(`${selector} has no box`);
  return () => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** An extension that does nothing, so that both browsers run with one. */
export async function emptyExtension(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jaga-bench-'));
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1',
    background: { service_worker: 'worker.js' },
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'worker.js'), '');
  return folder;
}

/** Presses of both browsers in turns, so that a busy machine hurts both. */
async function ordinary(withUs: Target, without: Target, selector: string): Promise<[Press[], Press[]]> {
  const pressWith = await pressAt(withUs, selector);
  const pressWithout = await pressAt(without, selector);
  let ours: Press[] = [];
  const others = await traced(without.session, async () => {
    ours = await traced(withUs.session, async () => {
      for (let count = 0; count < PRESSES; count += 1) {
        await pressWith();
        await pressWithout();
      }
    });
  });
  return [ours, others];
}

function campaign(target: Target, pages: Tab, selector: string): Promise<Press[]> {
  return traced(target.session, async () => {
    const press = await pressAt(target, selector);
    for (let count = 0; count < PRESSES; count += 1) {
      // The same post again would pass.
      await forgetReminders(pages);
      await press();
      await until(target.tab, REMINDER_OPEN);
      await target.tab.press('Escape');
      await until(target.tab, `!(${REMINDER_OPEN})`);
    }
  });
}

function rowsOf(
  part: string,
  what: string,
  times: readonly number[],
  base?: readonly number[],
  against?: string,
): Row[] {
  return (
    [
      ['median', 0.5],
      ['p99', 0.99],
    ] as const
  ).map(([name, place]) => {
    const value = quantile(times, place);
    const ratio = base === undefined ? undefined : value / quantile(base, place);
    return { part, what: `${what}, ${name}`, value: milliseconds(value), ratio, against };
  });
}

export async function benchPressing(): Promise<Row[]> {
  const empty = await emptyExtension();
  const [withUs, without] = await Promise.all([startChromium(), startChromium({ extension: empty })]);
  const rows: Row[] = [];
  try {
    const pages = await withUs.openExtensionPage('pages/popup/index.html');
    for (const { id, address } of SCENARIOS) {
      const part = `press on ${id}`;
      const ours = await openTarget(withUs, address('id'));
      const other = await openTarget(without, address('id'));
      await protectedTab(pages, new URL(address('id')).host);
      const [on, off] = await ordinary(ours, other, LIKE[id]('rain'));
      const held = await campaign(ours, pages, LIKE[id]('campaign'));
      const times = (presses: readonly Press[], name: 'total' | 'pointerdown' | 'click') =>
        presses.map((press) => press[name]);
      rows.push(...rowsOf(part, 'ordinary, without us', times(off, 'total')));
      rows.push(...rowsOf(part, 'ordinary, with us', times(on, 'total'), times(off, 'total'), 'without us'));
      rows.push({
        part,
        what: 'ordinary, first press with us',
        value: milliseconds(on[0]?.total ?? Number.NaN),
        ratio: (on[0]?.total ?? Number.NaN) / median(times(on, 'total')),
        against: 'its median',
      });
      rows.push(
        ...rowsOf(
          part,
          'ordinary, our pointerdown',
          times(on, 'pointerdown'),
          times(on, 'total'),
          'whole press',
        ),
      );
      rows.push(
        ...rowsOf(part, 'campaign, held', times(held, 'total'), times(on, 'total'), 'ordinary with us'),
      );
      rows.push(
        ...rowsOf(
          part,
          'campaign, click opens reminder',
          times(held, 'click'),
          times(held, 'total'),
          'whole press',
        ),
      );
      await ours.tab.close();
      await other.tab.close();
    }
  } finally {
    await Promise.all([withUs.close(), without.close()]);
    await rm(empty, { recursive: true, force: true });
  }
  return rows;
}

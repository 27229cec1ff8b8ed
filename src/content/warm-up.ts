import { contentOf } from '../core/decision/decide.ts';
import type { Content } from '../core/types.ts';
import { inOneMoment } from '../sites/moment.ts';
import type { Control, Site } from '../sites/site.ts';
import { pathTo } from './opener.ts';
import type { Presses } from './press.ts';

/** Runs until the engine has compiled what is hot; measured, more bring nothing. */
const ROUNDS = 40;
/** A step on cold code and a slow machine; idle time that is left behind it is used. */
const STEP_MS = 20;
/** A page that has loaded may still wait for its posts. */
const TRIES = 8;
const WAIT_MS = 1_500;

/**
 * What no search may leave out: hashtags, numbers, praise, money, misspelt and glued words. A post of the page is nearly
 * always ordinary, and would leave the code of everything that is found cold.
 */
const TEXT =
  'Ayo coblos nomor urut 2, menangkan Pilkada! Bpk. Bimaa Arunikka & Sri Kenangga calon bupati pilihan rakyat, ' +
  'dukung dua periode. Bagi2 sembako Rp50.000 di posko relawan #MenangSatuPutaran #Coblos02 g a n t i bupati, ' +
  'p1lih paslon 01 bukan 03; @tim_arunika seri@l pemimpinbaru\n#SelamatPagiSahabat 🇮🇩 1️⃣ #PagiCerahBersamaku é';

/** Of the entries whose names are taken: the first two hundred are phrases, names come behind. */
const APART = 7;

/** A text with slips of its own for each round: words that were met before are remembered and not searched for again. */
function misspelt(text: string, round: number): string {
  return text.replace(/[a-z]{4,}/g, (word) => {
    const at = round % word.length;
    return word.slice(0, at) + VOWELS.charAt(round % VOWELS.length) + word.slice(at + 1);
  });
}
const VOWELS = 'aeiou';

/** The events of one press on these elements. They are sent to nobody. */
function eventsOn(path: readonly Element[]): Event[] {
  const events = [
    new PointerEvent('pointerdown'),
    new MouseEvent('mousedown'),
    new PointerEvent('pointerup'),
    new MouseEvent('mouseup'),
    new PointerEvent('click'),
  ];
  return events.map((event) => Object.defineProperty(event, 'composedPath', { value: () => path }));
}

export interface WarmUpOptions {
  readonly site: Site;
  /** Name or phrase of an entry of the rules, by its number; '' behind the last one. */
  readonly titleAt: (number: number) => string;
  readonly decide: (content: Content) => unknown;
  /** Those of nobody: they hold nothing, remember nothing and use up no permit of the person's. */
  readonly presses: Presses;
  readonly signal: AbortSignal;
}

/**
 * Does what a press does, on the first post once the page is idle, so that the first press does not pay for cold code.
 * Only reads; the results are thrown away. Steps, because together they would be a long task.
 */
export function warmUp({ site, titleAt, decide, presses, signal }: WarmUpOptions): void {
  function look(tries: number): void {
    const [first] = site.findPosts(document);
    const control = first && site.findControls(first).find(({ action, post }) => action === 'like' && post);
    if (!control && tries > 1) setTimeout(() => atIdle(() => look(tries - 1)), WAIT_MS);
    else run(Array.from({ length: ROUNDS }, (_, round) => stepsOf(control, round)).flat());
  }

  /** A press on a control, with the costly parts of it by themselves before; without a control, what needs none. */
  function stepsOf(control: Control | undefined, round: number): (() => void)[] {
    const path = () => pathTo(control?.element.firstElementChild ?? control?.element ?? document.body);
    return [
      () => {
        site.findControl({ type: 'press', path: path() });
      },
      () => {
        if (control?.post) site.readPost(control.post);
      },
      () => {
        for (const event of eventsOn(path())) presses.handle(event);
      },
      () => decide(contentOf(undefined, textOf(round))),
    ];
  }

  /** Names of the rules too, since no other word takes the way of one that is found: as it is spelt and misspelt. */
  function textOf(round: number): string {
    const one = titleAt(APART * 2 * round);
    const other = titleAt(APART * (2 * round + 1));
    return `${TEXT} ${misspelt(TEXT, round)} Dukung ${one} dan ${misspelt(other.toLowerCase(), round)}!`;
  }

  function run(steps: (() => void)[]): void {
    if (steps.length === 0) return;
    atIdle((deadline) => {
      do inOneMoment(() => steps.shift()?.());
      while (steps.length > 0 && deadline.timeRemaining() > STEP_MS);
      run(steps);
    });
  }

  function atIdle(task: (deadline: IdleDeadline) => void): void {
    requestIdleCallback((deadline) => {
      if (signal.aborted) return;
      try {
        task(deadline);
      } catch {
        // The same fault at a press lets the action through and is reported there.
      }
    });
  }

  atIdle(() => look(TRIES));
}

import { contentOf } from '../core/decide.ts';
import { match } from '../core/match.ts';
import type { RuleIndex } from '../core/rule-index.ts';
import type { Post } from '../core/types.ts';
import type { Control, Site } from '../sites/site.ts';
import { pathTo } from './opener.ts';

/** Runs before the engine has compiled the code; measured, six bring most of the gain. */
const ROUNDS = 6;
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
  'p1lih paslon 01 bukan 03; @tim_arunika seri@l pemimpinbaru';

/**
 * Does what a press does, on the first post once the page is idle, so that the first press does not pay for cold code.
 * Only reads; the results are thrown away. Each step is a task of its own, because together they would be a long one.
 */
export function warmUp(site: Site, rules: RuleIndex, signal: AbortSignal): void {
  function look(tries: number): void {
    const [first] = site.findPosts(document);
    const control = first && site.findControls(first).find(({ action, post }) => action === 'like' && post);
    if (!control && tries > 1) setTimeout(() => atIdle(() => look(tries - 1)), WAIT_MS);
    else run(Array.from({ length: ROUNDS }, () => stepsOf(site, rules, control)).flat());
  }

  function run([step, ...rest]: readonly (() => void)[]): void {
    if (!step) return;
    atIdle(() => {
      step();
      run(rest);
    });
  }

  function atIdle(task: () => void): void {
    requestIdleCallback(() => {
      if (signal.aborted) return;
      try {
        task();
      } catch {
        // The same fault at a press lets the action through and is reported there.
      }
    });
  }

  atIdle(() => look(TRIES));
}

/** The parts of one press on a control; without one, what needs none. */
function stepsOf(site: Site, rules: RuleIndex, control: Control | undefined): (() => void)[] {
  let post: Post | undefined;
  return [
    () => {
      const target = control?.element.firstElementChild ?? control?.element ?? document.body;
      const again = site.findControl({ type: 'press', path: pathTo(target) });
      if (again) site.isDone(again);
    },
    () => {
      post = control?.post && site.readPost(control.post);
    },
    () => match(contentOf(post, ''), rules, () => true),
    () => match(contentOf(undefined, TEXT), rules, () => true),
  ];
}

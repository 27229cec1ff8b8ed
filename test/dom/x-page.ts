import type { Control } from '../../src/sites/site.ts';
import { fixture, one } from './fixture.ts';

/** A fixture of X with one of its two cases left, as `choose` of behaviour.js leaves it. */
export function chosen(name: string, choice: 'campaign' | 'rain'): Document {
  const bare = fixture(`x/${name}`, 'https://x.com/');
  const { dataset } = bare.documentElement;
  const address = choice === 'rain' ? (dataset.addressRain ?? dataset.address) : dataset.address;
  const page = fixture(`x/${name}`, `https://x.com${address ?? '/'}`);
  for (const element of page.querySelectorAll('[data-choice]')) {
    if (element.getAttribute('data-choice') !== choice) element.remove();
  }
  return page;
}

/** The fixture's own mark of a post, account or group. */
export function markOf(element: Element | undefined): string | null {
  return element?.closest('[data-test-id]')?.getAttribute('data-test-id') ?? null;
}

/** One line per control, such as `like commit rain`. */
export function lines(controls: readonly Control[]): string[] {
  return controls.map((control) => `${control.action} ${control.role} ${markOf(control.post)}`);
}

export function row(post: string): string[] {
  return [`comment open ${post}`, `repost open ${post}`, `like commit ${post}`, `share open ${post}`];
}

export function button(root: ParentNode, subject: string, id: string): Element {
  return one(root, `[data-test-id="${subject}"] [data-testid$="${id}"]`);
}

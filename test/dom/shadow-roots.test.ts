import { beforeEach, describe, expect, it } from 'vitest';
import { focusedElement, searchRoots, watchRoots } from '../../src/reminder/shadow-roots.ts';

const add = (name: string, parent: ParentNode = document.body) => {
  const element = document.createElement(name);
  parent.append(element);
  return element;
};
const rootIn = (parent: ParentNode = document.body, name = 'div') =>
  add(name, parent).attachShadow({ mode: 'open' });

beforeEach(() => document.body.replaceChildren());

describe('a search for shadow roots', () => {
  it('finds them at any depth, also on elements of one’s own', () => {
    const outer = rootIn();
    const inner = rootIn(outer, 'jaga-contoh');
    expect([...searchRoots()]).toEqual([outer, inner]);
  });

  it('may rest every few thousand elements', () => {
    // In the page at once: jsdom tells each observer that another file left of every single one.
    const box = document.createElement('section');
    for (let count = 0; count < 9_000; count += 1) add('p', box);
    document.body.append(box);
    expect([...searchRoots()]).toEqual(['break', 'break']);
  });
});

describe('a watch of shadow roots', () => {
  it('finds those that are there, at any depth', () => {
    const outer = rootIn();
    const inner = rootIn(outer, 'jaga-contoh');
    const watch = watchRoots();
    expect(watch.find()).toEqual([document, outer, inner]);
    watch.stop();
  });

  it('finds one that is made later on an element which was there', () => {
    const owner = add('section');
    const watch = watchRoots();
    expect(watch.find()).toEqual([document]);
    const root = owner.attachShadow({ mode: 'open' });
    expect(watch.find()).toEqual([document, root]);
    watch.stop();
  });

  it('finds those of elements that come later, at once, below others and inside of roots', () => {
    const outer = rootIn();
    const watch = watchRoots();
    watch.find();
    const parent = document.createElement('ul');
    const below = rootIn(parent.appendChild(document.createElement('li')), 'span');
    document.body.append(parent);
    const inside = rootIn(outer, 'main');
    const own = rootIn(document.body, 'jaga-contoh');
    expect(new Set(watch.find())).toEqual(new Set([document, outer, below, inside, own]));
    // A root inside of a root that was found later.
    const deep = rootIn(inside, 'h2');
    expect(watch.find()).toContain(deep);
    watch.stop();
  });

  it('asks every kind of element that may have one', () => {
    const names =
      'article aside blockquote div footer h1 h2 h3 h4 h5 h6 header main nav p section span jaga-contoh';
    const roots = names.split(' ').map((name) => rootIn(document.body, name));
    const watch = watchRoots();
    expect(watch.find()).toEqual([document, ...roots]);
    watch.stop();
  });
});

describe('what has the focus', () => {
  it('is looked for inside of roots', () => {
    const button = document.createElement('button');
    rootIn().append(button);
    button.focus();
    expect(focusedElement()).toBe(button);
  });
});

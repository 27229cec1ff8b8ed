import { beforeEach, describe, expect, it, vi } from 'vitest';
import { layersBeside } from '../../src/content/layers.ts';
import { one } from './fixture.ts';

const names = (layers: readonly Element[]) => layers.map(({ id }) => id).sort();
const post = () => one(document, '#post');

/** A feed of so many posts, each with a menu in it, in a dialog, beside a portal. */
function showFeed(posts: number): void {
  const others = '<article><div role="menu" class="other"></div></article>'.repeat(posts - 1);
  document.body.innerHTML = `
    <div role="dialog" id="around"><div id="feed">
      <article id="post"><div role="menu" id="own"></div></article>${others}
    </div></div>
    <div><div><div role="dialog" id="portal"><div role="listbox" id="inner"></div></div></div></div>`;
}

beforeEach(() => showFeed(80));

describe('layers beside a post', () => {
  it('are those of the page, around it and in it, but not those of the other posts of a feed', () => {
    expect(names(layersBeside(post()))).toEqual(['around', 'inner', 'own', 'portal']);
  });

  it('cost no search of the feed', () => {
    const search = vi.spyOn(Element.prototype, 'querySelectorAll');
    layersBeside(post());
    const searched = search.mock.contexts as readonly Element[];
    search.mockRestore();
    expect(searched.length).toBeGreaterThan(0);
    expect(searched.filter((element) => element.contains(one(document, '.other')))).toEqual([]);
  });

  it('are all of the page where the list is short', () => {
    showFeed(3);
    expect(layersBeside(post())).toHaveLength(6);
  });

  it('are all of the page once the post is gone', () => {
    const gone = post();
    gone.remove();
    expect(layersBeside(gone)).toHaveLength(document.querySelectorAll('[role]').length);
  });
});

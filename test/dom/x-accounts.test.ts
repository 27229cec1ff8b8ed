// The fixtures bring their own jsdom documents.
// @vitest-environment node

import { describe, expect, it } from 'vitest';
import { x } from '../../src/sites/x/x.ts';
import { fixture, one, press } from './fixture.ts';
import { button, chosen } from './x-page.ts';

function accountOf(element: Element) {
  const control = x.findControl(press(element));
  return control && { action: control.action, account: x.readAccount(control) };
}

const CAMPAIGN = { author: 'Relawan Arunika', handle: 'relawan_arunika', key: '/relawan_arunika' };

describe('X, accounts', () => {
  it.each(['people.en.html', 'people.id.html', 'hover.en.html'])('reads a row or card of %s', (name) => {
    const document = chosen(name, 'campaign');
    expect(accountOf(button(document, 'campaign', '-follow'))).toMatchObject({
      action: 'follow',
      account: { ...CAMPAIGN, text: 'Coblos nomor 2, menangkan Arunika', group: null },
    });
    expect(accountOf(button(document, 'rain', '-follow'))).toMatchObject({
      account: { author: 'Warung Melati', handle: 'warung_melati', text: 'Nasi pecel dan kopi' },
    });
  });

  it('leaves accounts alone that are followed', () => {
    const document = chosen('people.en.html', 'campaign');
    expect(x.findControl(press(button(document, 'followed', '-unfollow')))).toBeUndefined();
  });

  it.each(['-follow', '-subscribe'])('reads the head of a profile, right to left (%s)', (id) => {
    const document = chosen('profile.ar.html', 'campaign');
    expect(accountOf(button(document, 'campaign', id))).toMatchObject({
      action: 'follow',
      account: { ...CAMPAIGN, text: 'Coblos nomor 2, menangkan Arunika' },
    });
  });

  it('reads the author of the post whose menu follows', () => {
    const document = chosen('menus.ar.html', 'campaign');
    one(document, '[data-testid="caret"]').setAttribute('aria-expanded', 'true');
    const item = one(document, '[data-case="follow"] [role="menuitem"]');
    expect(accountOf(item)).toMatchObject({ action: 'follow', account: CAMPAIGN });
  });

  it('reads the account in the reel and of an intent page', () => {
    const reel = chosen('reels.th.html', 'campaign');
    expect(accountOf(button(reel, 'campaign', '-follow'))?.account).toMatchObject(CAMPAIGN);
    const intent = chosen('intent-follow.id.html', 'rain');
    expect(accountOf(one(intent, '[data-testid="confirmationSheetConfirm"]'))).toMatchObject({
      action: 'follow',
      account: { author: 'Warung Melati', handle: 'warung_melati', text: 'Nasi pecel dan kopi' },
    });
  });

  it('knows nothing of a follow that nothing names', () => {
    const document = fixture('x/logged-out.en.html', 'https://x.com/home');
    one(document, '#layers').innerHTML = '<button data-testid="1-follow">Follow</button>';
    expect(accountOf(one(document, '#layers button'))).toEqual({ action: 'follow', account: undefined });
  });
});

describe('X, communities', () => {
  it('reads name and description for a join, and finds the button without an id', () => {
    const document = chosen('community.tl.html', 'campaign');
    const join = one(document, 'button[aria-label^="Sumali"]');
    expect(accountOf(join)).toMatchObject({
      action: 'join',
      account: {
        key: '/i/communities/1700000000000000001',
        author: '',
        group: 'Relawan Menangkan Nomor 2',
        text: 'Bersama coblos nomor 2',
      },
    });
    const joins = x.findControls(document).filter(({ action }) => action === 'join');
    expect(joins).toHaveLength(1);
    join.setAttribute('aria-label', 'Kasapi');
    expect(x.findControl(press(join))).toBeUndefined();
    join.setAttribute('data-testid', 'join');
    expect(x.findControl(press(join))).toMatchObject({ action: 'join' });
  });

  it('reads the community for a new post in it', () => {
    const document = chosen('community.tl.html', 'rain');
    const editor = one(document, '[contenteditable]');
    const send = one(document, '[data-testid="tweetButtonInline"]');
    send.removeAttribute('disabled');
    send.removeAttribute('aria-disabled');
    const control = x.findControl(press(send));
    expect(control).toMatchObject({ action: 'post', post: undefined, editor });
    expect(control && x.readAccount(control)).toMatchObject({ group: 'Pecinta Kopi Lembayung' });
  });

  it('has no account for a new post elsewhere', () => {
    const document = chosen('thread.id.html', 'campaign');
    const send = one(document, '[data-testid="tweetButton"]');
    send.removeAttribute('disabled');
    send.removeAttribute('aria-disabled');
    const control = x.findControl(press(send));
    expect(control && x.readAccount(control)).toBeUndefined();
  });
});

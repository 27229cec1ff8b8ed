import { beforeEach, describe, expect, it } from 'vitest';
import { type ActionKey, createPermits, PERMIT_MS, type Permits } from '../../src/content/permit.ts';

const like: ActionKey = { action: 'like', postKey: '/akun/status/1' };
let time: number;
let permits: Permits;
beforeEach(() => {
  time = 1_000;
  permits = createPermits(() => time);
});

describe('a permit', () => {
  it('does not exist before it is granted', () => {
    expect(permits.use(like)).toBe(false);
  });

  it('is used once', () => {
    permits.grant(like);
    expect(permits.use({ ...like })).toBe(true);
    expect(permits.use(like)).toBe(false);
  });

  it('is for this action on this post, and another use does not spend it', () => {
    permits.grant(like);
    expect(permits.use({ ...like, action: 'share' })).toBe(false);
    expect(permits.use({ ...like, postKey: '/akun/status/2' })).toBe(false);
    expect(permits.use({ ...like, postKey: '' })).toBe(false);
    expect(permits.use(like)).toBe(true);
  });

  it('ends after its time', () => {
    permits.grant(like);
    time += PERMIT_MS;
    expect(permits.use(like)).toBe(true);
    permits.grant(like);
    time += PERMIT_MS + 1;
    expect(permits.use(like)).toBe(false);
    time = 1_000;
    expect(permits.use(like)).toBe(false);
  });

  it('is replaced by the next one', () => {
    const share: ActionKey = { ...like, action: 'share' };
    permits.grant(like);
    permits.grant(share);
    expect(permits.use(like)).toBe(false);
    expect(permits.use(share)).toBe(true);
  });
});

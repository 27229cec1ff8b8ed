import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../src/shared/locale.ts';

describe('chooseLanguage', () => {
  it.each(['id', 'id-ID', 'in', 'ms', 'jv', 'su', 'nl', 'enm', ''])(
    'is Indonesian for a browser in "%s"',
    (language) => {
      expect(chooseLanguage('auto', language)).toBe('id');
    },
  );

  it.each(['en', 'en-GB', 'en_US', 'EN'])('is English for a browser in "%s"', (language) => {
    expect(chooseLanguage('auto', language)).toBe('en');
  });

  it('lets the choice of the user win', () => {
    expect(chooseLanguage('id', 'en-GB')).toBe('id');
    expect(chooseLanguage('en', 'id')).toBe('en');
  });
});

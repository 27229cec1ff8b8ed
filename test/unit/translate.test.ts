import { describe, expect, it } from 'vitest';
import { translate } from '../../src/core/format/translate.ts';

describe('translate', () => {
  it('puts parameters into every place of their name', () => {
    const dictionary = { line: '{name} and {name}: {count}' };
    expect(translate(dictionary, 'line', { name: 'A', count: 0 })).toBe('A and A: 0');
  });

  it('shows a missing key and a missing parameter instead of failing', () => {
    expect(translate({}, 'reminder.absent')).toBe('reminder.absent');
    expect(translate({ line: 'for {name}' }, 'line')).toBe('for {name}');
  });

  it('keeps an empty text empty', () => {
    expect(translate({ line: '' }, 'line')).toBe('');
  });

  it('takes no parameter from the prototype', () => {
    expect(translate({ line: '{toString}{constructor}' }, 'line')).toBe('{toString}{constructor}');
  });

  it('takes a parameter as data: no pattern, and no second round', () => {
    const dictionary = { line: '[{word}]' };
    expect(translate(dictionary, 'line', { word: '$& {word} $1' })).toBe('[$& {word} $1]');
  });
});

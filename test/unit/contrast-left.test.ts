import { describe, expect, test } from 'vitest';
import { contrastLeft } from '../../src/reminder/contrast-left.ts';

describe('contrastLeft', () => {
  test.each([
    'none',
    'invert(1) hue-rotate(180deg)',
    'invert(0.93) hue-rotate(180deg) brightness(0.95)',
    'grayscale(1)',
    'sepia(1) hue-rotate(-30deg)',
    'saturate(0)',
    'opacity(0.99)',
    'brightness(0.7) contrast(1.2)',
    'blur(0.5px)',
  ])('%s can be read', (filter) => {
    expect(contrastLeft(filter)).toBeGreaterThan(0.5);
  });

  test.each([
    'opacity(0)',
    'opacity(0.7) opacity(0.7)',
    'invert(0.5)',
    'invert(0.2) invert(0.2) invert(0.2)',
    'brightness(0)',
    'brightness(30)',
    'contrast(0.1)',
    'saturate(90)',
    'blur(0.6px) blur(0.6px)',
    'grayscale(1) opacity(0.01)',
    'url("#a")',
    'drop-shadow(rgb(255, 255, 255) 0px 0px 90px)',
  ])('%s cannot', (filter) => {
    expect(contrastLeft(filter)).toBeLessThan(0.5);
  });

  test('nothing in between is lost: each part counts', () => {
    expect(contrastLeft('opacity(0.8) contrast(0.5)')).toBeCloseTo(0.4);
    expect(contrastLeft('brightness(2)')).toBeCloseTo(0.5);
  });
});

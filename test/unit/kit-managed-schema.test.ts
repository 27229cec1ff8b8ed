import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/**
 * Words that Chromium knows in a schema of managed storage, by type, each with the type of its value
 * (components/policy/core/common/schema.cc, `kAttributesAndTypesFor…`, seen November 2026). It does not load an extension
 * whose schema has a value of another type; unknown words it only skips for extensions, so a limit written in them would
 * not be one.
 */
const COMMON = {
  description: 'string',
  id: 'string',
  sensitiveValue: 'boolean',
  title: 'string',
  type: 'string',
};
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  array: { ...COMMON, items: 'object' },
  boolean: COMMON,
  integer: { ...COMMON, enum: 'array', maximum: 'number', minimum: 'number' },
  number: COMMON,
  object: {
    ...COMMON,
    additionalProperties: 'object',
    patternProperties: 'object',
    properties: 'object',
    required: 'array',
  },
  string: { ...COMMON, enum: 'array', pattern: 'string' },
};

type Schema = Readonly<Record<string, unknown>>;
const typeOf = (value: unknown): string => (Array.isArray(value) ? 'array' : typeof value);

function dialectFaults(schema: Schema, place = ''): string[] {
  const { type } = schema;
  const words = typeof type === 'string' ? WORDS[type] : undefined;
  if (!words) return [`${place}: type ${String(type)}`];
  const faults = Object.entries(schema).flatMap(([word, value]) => {
    if (words[word] === undefined) return [`${place}: ${word} of a ${String(type)}`];
    return words[word] === typeOf(value) ? [] : [`${place}.${word}: is a ${typeOf(value)}`];
  });
  if (type === 'array' && schema.items === undefined) faults.push(`${place}: no items`);
  if (place === '' && type !== 'object') faults.push('the top is no object');
  if (place === '' && schema.additionalProperties !== undefined)
    faults.push('additionalProperties at the top');
  const below = { ...(schema.properties as object), ...(schema.items ? { '[]': schema.items } : {}) };
  return [
    ...faults,
    ...Object.entries<Schema>(below as Record<string, Schema>).flatMap(([key, part]) =>
      dialectFaults(part, `${place}/${key}`),
    ),
  ];
}

describe('the schema of managed storage', () => {
  const schema = JSON.parse(readFileSync('src/managed-schema.json', 'utf8'));

  it('is in the dialect of Chromium', () => {
    expect(dialectFaults(schema)).toEqual([]);
  });

  it.each([
    ['two types', { type: ['string', 'array'] }],
    ['a limit that Chromium does not know', { type: 'string', maxLength: 60 }],
    ['a limit of a list', { type: 'array', items: { type: 'string' }, maxItems: 3 }],
    ['a list of nothing', { type: 'array' }],
    ['a limit that is a text', { type: 'integer', minimum: '0' }],
    ['no more properties by a boolean', { type: 'object', additionalProperties: false }],
    ['no type', { title: 'x' }],
  ])('%s would be seen', (_name, part) => {
    expect(dialectFaults({ ...schema, properties: { ...schema.properties, part } })).not.toEqual([]);
  });
});

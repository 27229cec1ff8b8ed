import { element, textElement } from './markup.ts';

/** What a property list can hold here. */
export type PlistValue =
  | string
  | number
  | boolean
  | readonly PlistValue[]
  | { readonly [key: string]: PlistValue | undefined };

/** https://developer.apple.com/library/archive/documentation/Cocoa/Conceptual/PropertyLists (seen November 2026). */
export function plistFile(value: PlistValue): string {
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    element('plist', { version: '1.0' }, [plistElement(value)]),
  ].join('\n')}\n`;
}

function plistElement(value: PlistValue): string {
  if (typeof value === 'string') return textElement('string', {}, value);
  if (typeof value === 'number') return textElement('integer', {}, String(value));
  if (typeof value === 'boolean') return element(String(value), {});
  if (Array.isArray(value)) return element('array', {}, value.map(plistElement));
  return element(
    'dict',
    {},
    Object.entries(value).flatMap(([key, entry]) =>
      entry === undefined ? [] : [textElement('key', {}, key), plistElement(entry)],
    ),
  );
}

import { endOfString, lineAt } from './json-position.ts';

const BLANK = /[ \t\r\n]*/y;
const LITERAL = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/** What may come next. */
type Awaited = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end' | 'end of file';

/**
 * Line (from 1) on which a text stops being JSON. Engines tell it in words of their own, or not at all. Nesting costs
 * no stack.
 */
export function faultLineOf(json: string): number {
  const open: string[] = [];
  let awaited: Awaited = 'value';
  let at = 0;
  const afterValue = (): Awaited => (open.length > 0 ? ', or end' : 'end of file');
  for (;;) {
    at = endOf(BLANK, json, at) ?? at;
    const sign = json[at];
    const isValue: boolean = awaited === 'value' || awaited === 'value or ]';
    const isKey: boolean = awaited === 'key' || awaited === 'key or }';
    const closes: boolean =
      (sign === ']' && open.at(-1) === '[' && (awaited === 'value or ]' || awaited === ', or end')) ||
      (sign === '}' && open.at(-1) === '{' && (awaited === 'key or }' || awaited === ', or end'));
    let end: number | undefined = at + 1;
    if (closes) {
      open.pop();
      awaited = afterValue();
    } else if (isValue && (sign === '{' || sign === '[')) {
      open.push(sign);
      awaited = sign === '{' ? 'key or }' : 'value or ]';
    } else if (sign === '"' && (isValue || isKey)) {
      end = endOfString(json, at) + 1;
      if (end > json.length || json.slice(at, end).includes('\n')) end = undefined;
      awaited = isKey ? ':' : afterValue();
    } else if (sign === ':' && awaited === ':') awaited = 'value';
    else if (sign === ',' && awaited === ', or end') awaited = open.at(-1) === '{' ? 'key' : 'value';
    else {
      end = isValue ? endOf(LITERAL, json, at) : undefined;
      awaited = afterValue();
    }
    if (end === undefined) return lineAt(json, at);
    at = end;
  }
}

function endOf(pattern: RegExp, text: string, from: number): number | undefined {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

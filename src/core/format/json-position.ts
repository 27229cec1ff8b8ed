/** Signs that shape JSON; numbers and words stand between them and need no reading. */
const SIGN = /["{}[\],:]/g;

/**
 * Line (from 1) on which the value at `path` begins, for messages about a file; of a key written twice the first.
 * Where the path leads to nothing, the line of the innermost part that is there. `json` must be valid JSON.
 */
export function lineOf(json: string, path: readonly PropertyKey[]): number {
  let at = skipBlank(json, 0);
  for (const key of path) {
    const child = childAt(json, at, key);
    if (child === undefined) break;
    at = child;
  }
  return lineAt(json, at);
}

/** Line (from 1) of a UTF-16 offset. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** Start of the child `key` of the object or list that begins at `parent`. Nesting costs no stack. */
function childAt(json: string, parent: number, key: PropertyKey): number | undefined {
  const isObject = json[parent] === '{';
  const first = skipBlank(json, parent + 1);
  if (!isObject && json[parent] !== '[') return undefined;
  if (!isObject && key === 0) return json[first] === ']' ? undefined : first;
  let depth = 1;
  let index = 0;
  let name: string | undefined;
  for (let at = signFrom(json, first); at !== undefined && depth > 0; at = signFrom(json, at + 1)) {
    const sign = json[at];
    if (sign === '"') {
      const end = endOfString(json, at);
      if (depth === 1 && isObject) name = JSON.parse(json.slice(at, end + 1));
      at = end;
    } else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    else if (depth > 1) continue;
    else if (sign === ':' && name === key) return skipBlank(json, at + 1);
    else if (sign === ',') {
      index += 1;
      if (!isObject && index === key) return skipBlank(json, at + 1);
    }
  }
  return undefined;
}

function signFrom(json: string, from: number): number | undefined {
  SIGN.lastIndex = from;
  return SIGN.exec(json)?.index;
}

/** Offset of the closing quote, or the length of the text. A quote after an odd number of backslashes is inside. */
export function endOfString(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); end >= 0; end = json.indexOf('"', end + 1)) {
    let slashes = 0;
    while (json[end - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return json.length;
}

function skipBlank(json: string, from: number): number {
  let at = from;
  while (/\s/.test(json[at] ?? '')) at += 1;
  return at;
}

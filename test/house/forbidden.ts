import { transformSync } from 'esbuild';

/**
 * Ways to turn text into markup or code, and ways to send something out. Text of posts and packs is data
 * and nothing leaves the browser, so none of them has a use in `src`.
 */
const EVERYWHERE: Readonly<Record<string, RegExp>> = {
  innerHTML: /\binnerHTML\b/,
  outerHTML: /\bouterHTML\b/,
  insertAdjacentHTML: /\binsertAdjacentHTML\b/,
  setHTMLUnsafe: /\bsetHTMLUnsafe\b/,
  createContextualFragment: /\bcreateContextualFragment\b/,
  dangerouslySetInnerHTML: /\bdangerouslySetInnerHTML\b/,
  'document.write': /\bdocument\s*\.\s*write(?:ln)?\b/,
  eval: /\beval\s*\(/,
  'new Function': /\bnew\s+Function\b/,
  'storage.sync': /\bstorage\s*\.\s*sync\b/,
  XMLHttpRequest: /\bXMLHttpRequest\b/,
  sendBeacon: /\bsendBeacon\b/,
  WebSocket: /\bWebSocket\b/,
  EventSource: /\bEventSource\b/,
  fetch: /\bfetch\s*\(/,
};

/** Core gets clock and randomness passed in; these exist without a DOM, so the compiler cannot refuse them. */
const IN_CORE: Readonly<Record<string, RegExp>> = {
  'Date.now': /\bDate\s*\.\s*now\b/,
  'new Date()': /\bnew\s+Date\s*(?:\(\s*\)|[;,)\n])/,
  'Math.random': /\bMath\s*\.\s*random\b/,
};

/** Names of the forbidden things that the code of a module uses. Comments do not count, strings do. */
export function forbiddenUses(path: string, text: string): string[] {
  // The compiler drops comments; a hand-made stripper would trip over regular expressions and templates.
  const loader = path.endsWith('.tsx') ? 'tsx' : path.endsWith('.ts') ? 'ts' : 'js';
  const { code } = transformSync(text, { loader, jsx: 'preserve', legalComments: 'none', target: 'esnext' });
  const rules = path.startsWith('src/core/') ? { ...EVERYWHERE, ...IN_CORE } : EVERYWHERE;
  return Object.entries(rules)
    .filter(([, pattern]) => pattern.test(code))
    .map(([name]) => name);
}

/** Notes to do that are past their date on `today` (YYYY-MM-DD), or that have no date and so would stay for ever. */
export function overdueNotes(text: string, today: string): string[] {
  const notes = text.matchAll(/\b(?:TODO|FIXME)\b(?: \[(\d{4}-\d{2}-\d{2})\]:)?.*/g);
  return [...notes].filter(([, date]) => date === undefined || date < today).map(([note]) => note);
}

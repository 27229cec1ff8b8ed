import { escapeMarkup } from './markup.ts';

/** Parts of a page for people. All texts are data: only `code` in grave accents is set apart. */
export type Block =
  | { readonly kind: 'heading' | 'text' | 'code'; readonly text: string }
  | { readonly kind: 'steps' | 'points'; readonly texts: readonly string[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

export const heading = (text: string): Block => ({ kind: 'heading', text });
export const text = (words: string): Block => ({ kind: 'text', text: words });
export const code = (words: string): Block => ({ kind: 'code', text: words });
export const steps = (texts: readonly string[]): Block => ({ kind: 'steps', texts });
export const points = (texts: readonly string[]): Block => ({ kind: 'points', texts });
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  head,
  rows,
});

/** Made for a double click and for paper: one file, no script, nothing from elsewhere. */
export function htmlPage(language: string, title: string, blocks: readonly Block[]): string {
  return `<!DOCTYPE html>
<html lang="${escapeMarkup(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escapeMarkup(title)}</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #767676; padding: .3rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
pre { border: 1px solid #767676; padding: .5rem; white-space: pre-wrap; overflow-wrap: anywhere; }
</style>
</head>
<body>
<h1>${escapeMarkup(title)}</h1>
${blocks.map(blockMarkup).join('\n')}
</body>
</html>
`;
}

function blockMarkup(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${inline(block.text)}</h2>`;
    case 'text':
      return `<p>${inline(block.text)}</p>`;
    case 'code':
      return `<pre>${escapeMarkup(block.text)}</pre>`;
    case 'steps':
    case 'points': {
      const tag = block.kind === 'steps' ? 'ol' : 'ul';
      return `<${tag}>\n${block.texts.map((item) => `<li>${inline(item)}</li>`).join('\n')}\n</${tag}>`;
    }
    case 'table': {
      const row = (tag: string, cells: readonly string[]): string =>
        `<tr>${cells.map((cell) => `<${tag}>${inline(cell)}</${tag}>`).join('')}</tr>`;
      return `<table>\n${[row('th', block.head), ...block.rows.map((cells) => row('td', cells))].join('\n')}\n</table>`;
    }
  }
}

function inline(words: string): string {
  return escapeMarkup(words).replace(/`([^`]+)`/g, '<code>$1</code>');
}

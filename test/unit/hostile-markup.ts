import type { Random } from '../bench/random.ts';

/** Each would do something in a place that takes markup, code or styles; the title of the document would be 1. */
const MARKUP: readonly string[] = [
  '<script>document.title=1</script>',
  '<img src=x onerror="document.title=1">',
  '<svg onload="document.title=1"><script>document.title=1</script></svg>',
  '<iframe srcdoc="<script>parent.document.title=1</script>"></iframe>',
  '<a href="javascript:document.title=1">x</a>',
  'javascript:document.title=1//',
  '"><b onmouseover=document.title=1>',
  "'-(document.title=1)-'",
  '$' + '{document.title=1}',
  '{{constructor.constructor("document.title=1")()}}',
  '</style><style>* { display: none !important }</style>',
  '</q></p></dialog><dialog open><button class="continue">Lanjutkan</button></dialog>',
  '<template shadowrootmode="open"><slot></slot></template>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?xml version="1.0"?>',
  '&lt;script&gt;',
  '&#60;img src=x onerror=document.title=1&#62;',
  '&',
  '<math><mtext><table><mglyph><style><img src=x onerror=document.title=1>',
  '<noscript><p title="</noscript><img src=x onerror=document.title=1>">',
  '<base href="//example.invalid/">',
  '<meta http-equiv=refresh content="0;url=javascript:document.title=1">',
  '<link rel=stylesheet href=x>',
  '__proto__',
  'constructor',
  '{action}',
  '{count}',
  '$&',
  '$1',
  '%s',
  '%00',
];

/** Signs that turn, break, hide or cut what stands around them. */
const SIGNS = [
  '\u0000',
  '\u0008',
  '\u001b[31m',
  '\u007f',
  '\u0085',
  '\u00ad',
  '\u061c',
  '\u200b',
  '\u200d',
  '\u200e',
  '\u200f',
  '\u2028',
  '\u2029',
  '\u202a',
  '\u202d',
  '\u202e',
  '\u2066',
  '\u2067',
  '\u2069',
  '\ufeff',
  '\ufffe',
  '\uffff',
  '\ufdfd',
  '\ud800',
  '\udc00',
  '\udbff',
  '\u{e0001}',
  '\u{e0041}',
  '\u{10ffff}',
  '\u{1f468}\u200d\u{1f469}',
  '\u{1f1ee}\u{1f1e9}',
  'a\u0301\u0336\u0489',
  '\t',
  '\r\n',
  ' ',
  'kata',
] as const;

/** One string of pieces of both kinds, `length` UTF-16 units at most, cut anywhere; one in fifty is a hundred times as long. */
export function hostileMarkup(random: Random, length: number): string {
  const limit = random.below(50) === 0 ? length * 100 : 1 + random.below(length);
  const parts: string[] = [];
  for (let units = 0; units < limit; ) {
    const part = random.below(2) === 0 ? random.oneOf(MARKUP) : random.oneOf(SIGNS);
    parts.push(part);
    units += part.length;
  }
  return parts.join('').slice(0, limit);
}

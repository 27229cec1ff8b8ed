/** Characters that mean something in XML and HTML; `>` too, because `]]>` may not stand in XML text. */
const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text for XML and HTML, between tags or in a quoted attribute. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** One element on lines of its own; `children` are elements, or undefined for none. Names are ours, never data. */
export function element(name: string, attributes: Attributes, children?: readonly string[]): string {
  const start = `<${name}${attributesOf(attributes)}`;
  if (children === undefined || children.length === 0) return `${start}/>`;
  return [`${start}>`, ...children.map(indent), `</${name}>`].join('\n');
}

/** One element that holds text only. White space of the text is kept. */
export function textElement(name: string, attributes: Attributes, text: string): string {
  return `<${name}${attributesOf(attributes)}>${escapeMarkup(text)}</${name}>`;
}

function attributesOf(attributes: Attributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeMarkup(String(value))}"`)
    .join('');
}

/** Texts of policies have no line ends (`readKitForm` refuses them), so this moves tags only. */
const indent = (lines: string): string => lines.replace(/^/gm, '  ');

export const XML_HEAD = '<?xml version="1.0" encoding="utf-8"?>';

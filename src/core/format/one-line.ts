/** White space of any kind as single spaces, those at the ends kept: the parts of a sentence are joined again. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** Hands a text, or the parts of one, to the browser as a file to save: only ever by the click of the person. */
export function saveFile(name: string, text: string | readonly string[], type = 'application/json'): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text].flat(), { type }));
  link.download = name;
  link.click();
  // The browser has read it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

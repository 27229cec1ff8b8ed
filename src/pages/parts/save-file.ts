/** Hands a text, the parts of one, or bytes to the browser as a file to save: only ever by the click of the person. */
export function saveFile(
  name: string,
  content: string | readonly string[] | Uint8Array<ArrayBuffer>,
  type = 'application/json',
): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content].flat() as BlobPart[], { type }));
  link.download = name;
  link.click();
  // The browser has read it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

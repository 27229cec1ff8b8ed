/** Text of a file that the person picked or dropped. Rejects when it is no UTF-8 text or cannot be read. */
export async function readTextFile(file: Blob): Promise<string> {
  return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
}

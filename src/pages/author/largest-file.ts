/** Bytes of a file that the page reads; ten thousand candidates take less than one million. */
export const LARGEST_FILE = 8_000_000;

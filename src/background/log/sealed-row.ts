/** A row as it lies in a store: its text under AES-GCM, bound to its id. */
export interface SealedRow {
  readonly id: string;
  /** 12 bytes, fresh for each row. */
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

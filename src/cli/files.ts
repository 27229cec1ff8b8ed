import { mkdirSync, readFileSync, type WriteFileOptions, writeFileSync } from 'node:fs';
import { reasonOf, UsageError } from './io.ts';
import { CommandFault } from './speech.ts';

/** @throws UsageError that names the file. */
export function readBytes(path: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** Why a file cannot be read, in words where the system has only a code. */
export function unreadable(path: string, error: unknown): CommandFault {
  if (codeOf(error) === 'ENOENT') return new CommandFault('file.missing', { path });
  return new CommandFault('file.unreadable', { path, reason: reasonOf(error) });
}

export function readText(path: string): string {
  return new TextDecoder().decode(readBytes(path));
}

/** @throws UsageError for text that is no JSON. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readText(path));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new CommandFault('file.not-json', { path });
  }
}

/** @throws UsageError that names the file. */
export function writeFile(path: string, content: string | Uint8Array, options: WriteFileOptions = {}): void {
  try {
    writeFileSync(path, content, options);
  } catch (error) {
    if (codeOf(error) === 'ENOSPC') throw new CommandFault('file.full', { path });
    throw new CommandFault('file.unwritable', { path, reason: reasonOf(error) });
  }
}

/** With the folders above it; one that is there already stays. @throws UsageError that names it. */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw new CommandFault('file.unwritable', { path, reason: reasonOf(error) });
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException | undefined)?.code;

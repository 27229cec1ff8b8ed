import { normalize } from '../text/normalize.ts';
import type { Content, NeutralAccountKind } from '../types.ts';
import type { Pack } from './pack.ts';

/** An account of a pack that reports or explains, in the form in which authors are compared with it. */
export interface NeutralAccount {
  readonly kind: NeutralAccountKind;
  /** Words of a name, joined by spaces. */
  readonly names: readonly string[];
  /** Lower case, without "@". */
  readonly handles: readonly string[];
  /** More words may follow the name, and more letters the handle: those of a region. */
  readonly regional: boolean;
}

/** Names of regional offices are no longer than this. */
const MOST_WORDS = 8;

export function neutralAccountsOf(packs: readonly Pack[]): NeutralAccount[] {
  return packs.flatMap(({ neutralAccounts = [] }) =>
    neutralAccounts.map(({ kind, names, accounts, regional }) => ({
      kind,
      regional,
      names: names.map(foldName),
      handles: accounts.map(({ handle }) => handle.toLowerCase()),
    })),
  );
}

/**
 * Whether a post is by an account that reports or explains. Where the page shows a handle, the handle decides: anybody
 * may take any name.
 */
export function neutralSourceOf(
  { handle, author }: Pick<Content, 'handle' | 'author'>,
  accounts: readonly NeutralAccount[],
): NeutralAccountKind | null {
  if (accounts.length === 0) return null;
  const name = handle?.trim().replace(/^@/, '').toLowerCase();
  const fits = name ? isHandleOf(name) : isNameOf(foldName(author ?? ''));
  return accounts.find(fits)?.kind ?? null;
}

function isHandleOf(handle: string): (account: NeutralAccount) => boolean {
  const letters = handle.replace(/[._]/g, '');
  return ({ handles, names, regional }) =>
    handles.includes(handle) ||
    // "kpu_kota_contoh": no pack can list the offices of five hundred regions.
    (regional && /^[a-z]+$/.test(letters) && names.some((name) => letters.startsWith(name)));
}

function isNameOf(author: string): (account: NeutralAccount) => boolean {
  if (author === '' || author.split(' ').length > MOST_WORDS) return () => false;
  return ({ names, regional }) =>
    names.some((name) => author === name || (regional && author.startsWith(`${name} `)));
}

function foldName(name: string): string {
  return normalize(name)
    .tokens.map(({ text }) => text)
    .join(' ');
}

import type { CommandLanguage } from './speech.ts';

/** How a command is called, and what it does. */
export interface Help {
  /** After `jaga-netral`, without a line end; more than one line where there are several ways. */
  readonly usage: string;
  /** Whole lines. */
  readonly text: string;
}

export type HelpInLanguages = Readonly<Record<CommandLanguage, Help>>;

export function helpText({ usage, text }: Help): string {
  return `${usage}\n${text}`;
}

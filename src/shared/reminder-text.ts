/** Everything the reminder shows, as plain text. */
export interface ReminderText {
  readonly language: 'id' | 'en';
  readonly title: string;
  readonly foundLabel: string;
  /** Matched words as they stand in the post or in the person's own text. */
  readonly found: readonly string[];
  /** "and 3 more", or '' */
  readonly more: string;
  readonly rule: string;
  readonly sanctions: readonly string[];
  /** What is advised for photos, or '' */
  readonly advice: string;
  readonly local: string;
  readonly cancel: string;
  readonly proceed: string;
  /** How to hold the button, where the action asks for more than a press; '' where it does not. */
  readonly holdHelp: string;
  readonly why: WhyText;
  readonly wrong: string;
  /** '' where no post could be told from others. */
  readonly mutePost: string;
  /** Which of the looks, from 0. */
  readonly look: number;
}

/** What stands behind *Mengapa?* */
export interface WhyText {
  readonly title: string;
  readonly wordsLabel: string;
  readonly words: WordsInContext;
  readonly rows: readonly { readonly label: string; readonly text: string }[];
}

export interface WordsInContext {
  readonly before: string;
  readonly word: string;
  readonly behind: string;
}

/** Looks take turns, so that the reminder does not become wallpaper: four were enough (CHI 2017). */
export const LOOKS = 4;

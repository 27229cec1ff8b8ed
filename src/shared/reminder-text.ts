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
  readonly local: string;
  readonly cancel: string;
  readonly proceed: string;
}

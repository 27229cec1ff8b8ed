import { usePage } from '../parts/frame.tsx';

interface ListPreviewProps {
  /** How the part is called to those who hear it. */
  readonly label: string;
  readonly title: string;
  /** What the list would bring, line by line. */
  readonly lines: readonly string[];
  /** What the person should consider. */
  readonly remark: string;
  readonly agree: string;
  onAgree(): void;
  onCancel(): void;
}

/** A list that is not stored yet: shown first, and the person's word. */
export function ListPreview({ label, title, lines, remark, agree, onAgree, onCancel }: ListPreviewProps) {
  const { texts } = usePage();
  return (
    <section aria-label={label} class="pack-preview">
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{remark}</p>
      <p class="buttons">
        <button type="button" class="button button-main" onClick={onAgree}>
          {agree}
        </button>{' '}
        <button type="button" class="button" onClick={onCancel}>
          {texts.say('settings.import.cancel')}
        </button>
      </p>
    </section>
  );
}

import { Notice } from './notice.tsx';

interface RetryNoticeProps {
  readonly text: string;
  /** What the button says. */
  readonly again: string;
  onRetry(): void;
}

/** A problem that another try may end. */
export function RetryNotice({ text, again, onRetry }: RetryNoticeProps) {
  return (
    <Notice kind="problem" text={text}>
      <button type="button" class="button" onClick={onRetry}>
        {again}
      </button>
    </Notice>
  );
}

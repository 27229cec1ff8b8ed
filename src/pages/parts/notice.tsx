import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

interface NoticeProps {
  readonly kind: 'problem' | 'remark';
  readonly text: string;
  readonly children?: ComponentChildren;
}

/** A message that stays until its cause is gone; a problem is also announced. */
export function Notice({ kind, text, children }: NoticeProps) {
  return (
    <div class={`notice notice-${kind}`}>
      <Icon name={kind === 'problem' ? 'alert' : 'info'} />
      <p role={kind === 'problem' ? 'alert' : undefined}>{text}</p>
      {children}
    </div>
  );
}

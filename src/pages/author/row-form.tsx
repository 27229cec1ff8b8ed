import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface RowFormProps {
  readonly id: string;
  readonly name: string;
  readonly children: ComponentChildren;
}

/** The form below a row; it takes the focus when it opens. */
export function RowForm({ id, name, children }: RowFormProps) {
  const form = useRef<HTMLFieldSetElement>(null);
  useEffect(() => form.current?.focus(), []);
  return (
    <fieldset class="entry-form" id={id} ref={form} tabIndex={-1} aria-label={name}>
      {children}
    </fieldset>
  );
}

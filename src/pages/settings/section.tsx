import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface SectionProps {
  readonly title: string;
  readonly lead?: string;
  readonly children: ComponentChildren;
}

/** One group of settings: the heading is the legend, so that every control in it is read with its topic. */
export function Section({ title, lead, children }: SectionProps) {
  const id = useId();
  return (
    <fieldset class="section" aria-describedby={lead === undefined ? undefined : id}>
      <legend>
        <h2>{title}</h2>
      </legend>
      {lead === undefined ? null : (
        <p class="section-lead" id={id}>
          {lead}
        </p>
      )}
      <div class="section-body">{children}</div>
    </fieldset>
  );
}

interface RowButtonProps {
  readonly name: string;
  /** Of the form below the row, while it is open. */
  readonly form: string;
  readonly isOpen: boolean;
  /** Belongs to the row above. */
  readonly isMember?: boolean;
  toggle(): void;
}

/** The name of a row, which opens its form and closes it. */
export function RowButton({ name, form, isOpen, isMember = false, toggle }: RowButtonProps) {
  return (
    <button
      type="button"
      class={isMember ? 'opens row-button row-member' : 'opens row-button'}
      aria-expanded={isOpen}
      aria-controls={isOpen ? form : undefined}
      onClick={toggle}
    >
      {name}
    </button>
  );
}

import type { ComponentChildren } from 'preact';

interface EntryRowProps {
  readonly name: string;
  /** Id of the form below the row. */
  readonly form: string;
  readonly isOpen: boolean;
  /** Belongs to the row above. */
  readonly isMember?: boolean;
  readonly errors: number;
  /** Cells before the name. */
  readonly before?: ComponentChildren;
  /** Cells of the whole row. */
  readonly columns: number;
  /** The form, while the row is open. */
  readonly children: ComponentChildren;
  toggle(): void;
}

/** One entry in a table: its name, how many errors it has, and its form below when it is open. */
export function EntryRow({
  name,
  form,
  isOpen,
  isMember,
  errors,
  before,
  columns,
  children,
  toggle,
}: EntryRowProps) {
  return (
    <tbody>
      <tr>
        {before}
        <th scope="row">
          <button
            type="button"
            class={isMember ? 'opens row-button row-member' : 'opens row-button'}
            aria-expanded={isOpen}
            aria-controls={isOpen ? form : undefined}
            onClick={toggle}
          >
            {name}
          </button>
        </th>
        <td class={errors > 0 ? 'has-errors' : undefined}>{errors}</td>
      </tr>
      {isOpen ? (
        <tr>
          <td colSpan={columns}>{children}</td>
        </tr>
      ) : null}
    </tbody>
  );
}

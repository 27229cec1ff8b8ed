import type { Address } from './address.ts';
import type { Form } from './forms.ts';

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Every word of the query stands in the text, anywhere and in any order; capitals and accents do not count. */
export function contains(text: string, query: string): boolean {
  const where = folded(text);
  return folded(query)
    .split(/\s+/)
    .every((word) => where.includes(word));
}

/** A form for any time is also one of the stage that was asked for. */
export function fits(
  form: Form,
  { action, stage, sanction }: Pick<Address, 'action' | 'stage' | 'sanction'>,
) {
  return (
    (action === '' || form.actions.includes(action)) &&
    (stage === '' || form.stage === stage || form.stage === 'any') &&
    (sanction === '' || form.sanction === sanction)
  );
}

import type { KitFault } from '../../core/kit/form.ts';
import { type SayKit, useWords } from './words.ts';

/** What is wrong with a field, beside it. Read out when it changes. */
export function FaultText({ id, faults }: { readonly id: string; readonly faults: readonly KitFault[] }) {
  const say = useWords();
  return (
    <p class="fault" id={id} role="status">
      {faults.map((fault) => textOf(fault, say)).join(' ')}
    </p>
  );
}

/** With the line of a list of keys, which are told by their place: `signingKeys[1]` is the second line. */
function textOf({ place, reason }: KitFault, say: SayKit): string {
  const line = /\[(\d+)\]$/.exec(place)?.[1];
  const text = say(`reason.${reason}`);
  return line === undefined ? text : say('reason.line', { line: Number(line) + 1, text });
}

import { useId, useState } from 'preact/hooks';
import { refuseSharedIds } from '../../core/compile/compile.ts';
import type { Pack } from '../../core/pack/pack.ts';
import { FileField } from '../parts/file-field.tsx';
import { packOfFile } from './pack-of-file.ts';
import { useWords } from './words.ts';

interface BesideProps {
  /** Packs that are always there. */
  readonly fixed: readonly Pack[];
  /** Those that the person picked. */
  readonly others: readonly Pack[];
  change(others: readonly Pack[]): void;
}

/** Other packs that the same people will have: the draft is checked and read beside them. Not kept. */
export function Beside({ fixed, others, change }: BesideProps) {
  const { say } = useWords();
  const id = useId();
  const [fault, setFault] = useState<'bad' | 'clash'>();
  const take = async (file: File) => {
    const read = await readBeside(file, [...fixed, ...others]);
    setFault(typeof read === 'string' ? read : undefined);
    if (typeof read !== 'string') change([...others.filter((other) => other.id !== read.id), read]);
  };
  return (
    <section class="card beside" aria-label={say('page.beside.title')}>
      <h2>{say('page.beside.title')}</h2>
      <div class="field">
        <label for={id}>{say('page.beside.file')}</label>
        <FileField id={id} accept="application/json,.json" describedBy={`${id}-note`} onPick={take} />
        <p class="field-note" id={`${id}-note`}>
          {say('page.beside.note')}
        </p>
      </div>
      <p role="status" class={fault === undefined ? undefined : 'fault'}>
        {fault === undefined
          ? others.length > 0
            ? say('page.beside.count', { count: others.length })
            : ''
          : say(`page.beside.${fault}`)}
      </p>
      <ul>
        {others.map((other) => (
          <li key={other.id}>
            {other.title} <span class="soft">({other.id})</span>{' '}
            <button
              type="button"
              class="button"
              onClick={() => change(others.filter((one) => one !== other))}
            >
              {say('page.beside.remove')}
              <span class="hidden">: {other.title}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** `clash`: it cannot stand beside those that are there already, so nobody has all of them. */
async function readBeside(file: File, there: readonly Pack[]): Promise<Pack | 'bad' | 'clash'> {
  const pack = await packOfFile(file);
  if (!pack) return 'bad';
  try {
    refuseSharedIds([...there.filter(({ id }) => id !== pack.id), pack]);
    return pack;
  } catch {
    return 'clash';
  }
}

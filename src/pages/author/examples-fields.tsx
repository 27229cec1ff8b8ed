import type { PackEntity } from '../../core/pack/pack.ts';
import { readExample } from '../../core/pack-table/pack-table-cells.ts';
import { ListField } from './list-field.tsx';
import { useWords } from './words.ts';

type Examples = PackEntity['examples'];

interface ExamplesFieldsProps {
  readonly examples: Examples;
  change(examples: Examples): void;
}

const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '');

/** Posts that must be found and posts that must be left alone, one on each line. */
export function ExamplesFields({ examples, change }: ExamplesFieldsProps) {
  const { say } = useWords();
  return (
    <>
      {(['match', 'ignore'] as const).map((side) => (
        <ListField
          key={side}
          label={say(`page.entry.${side}`)}
          isLines
          values={examples[side]}
          split={linesOf}
          read={readExample}
          write={(text) => text}
          onChange={(texts) => change({ ...examples, [side]: texts })}
        />
      ))}
    </>
  );
}

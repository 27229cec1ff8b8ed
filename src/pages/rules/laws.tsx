import type { Address } from './address.ts';
import { type SentenceKey, useLibraryText } from './library-text.ts';
import { contains } from './search.ts';
import { SearchField, Shown } from './search-fields.tsx';
import { Sentence } from './sentence.tsx';
import { Sites } from './sites.tsx';
import { SOURCES } from './sources.ts';

/** From the general duty to the particular, then who oversees it. */
export const LAWS: readonly SentenceKey[] = [
  'why.duty.text',
  'fact.law.party',
  'fact.law.ethics',
  'fact.law.ethics-council',
  'fact.law.listening',
  'fact.law.attributes',
  'fact.law.mobilising',
  'fact.law.facilities',
  'fact.law.decisions',
  'fact.law.activities',
  'fact.law.letters',
  'fact.law.severe',
  'fact.law.medium',
  'reminder.sanction.pppk',
  'reminder.sanction.honorer',
  'why.spouse.text',
  'fact.law.campaign-team',
  'fact.law.leaning',
  'fact.law.officials',
  'fact.law.local-officials',
  'fact.law.local-campaign',
  'fact.law.hate',
  'fact.law.social-media',
  'fact.law.blocking',
  'fact.law.oversight',
  'fact.law.independent',
];

interface LawsProps {
  readonly address: Address;
  change(change: Partial<Address>): void;
}

export function LawsPart({ address, change }: LawsProps) {
  const text = useLibraryText();
  const shown = LAWS.filter((key) => contains(`${SOURCES[key].basis} ${text.sentence(key)}`, address.query));
  return (
    <>
      <search class="search">
        <SearchField query={address.query} change={(query) => change({ query })} />
      </search>
      <Shown count={shown.length} total={LAWS.length} clear={() => change({ query: '' })} />
      <ul class="laws">
        {shown.map((key) => (
          <li key={key}>
            <p class="law-name">{SOURCES[key].basis}</p>
            <Sentence of={key} />
          </li>
        ))}
      </ul>
      <h3>{text.say('laws.read')}</h3>
      <Sites of={['peraturan', 'jdih', 'mkri']} />
    </>
  );
}

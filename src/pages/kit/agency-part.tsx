import { TextInput } from './fields.tsx';
import { useWords } from './words.ts';

/** Who hands it out: names for the guide and the statement. */
export function AgencyPart() {
  const say = useWords();
  return (
    <section class="card" aria-labelledby="agency-title">
      <h2 id="agency-title">{say('agency.title')}</h2>
      <div class="fields">
        <TextInput
          label={say('agency.name')}
          note={say('agency.nameNote')}
          place={['agency']}
          asValue={(text) => text}
        />
        <TextInput
          label={say('agency.contact')}
          note={say('agency.contactNote')}
          place={['contact']}
          asValue={(text) => text}
        />
      </div>
    </section>
  );
}

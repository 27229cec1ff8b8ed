import { ChoiceInput, LinesInput, TextInput } from './fields.tsx';
import { numberOf } from './form-value.ts';
import { useWords } from './words.ts';

/** The values that browsers hand to the extension, other than lists. */
export function PolicyPart() {
  const say = useWords();
  const unset = [undefined, say('policy.unset')] as const;
  return (
    <section class="card" aria-labelledby="policy-title">
      <h2 id="policy-title">{say('policy.title')}</h2>
      <p class="soft">{say('policy.note')}</p>
      <div class="fields">
        <TextInput
          label={say('policy.agencyName')}
          note={say('policy.agencyNameNote')}
          place={['policy', 'agencyName']}
        />
        <ChoiceInput
          label={say('policy.maxLogLevel')}
          note={say('policy.maxLogLevelNote')}
          place={['policy', 'maxLogLevel']}
          choices={[unset, ...[0, 1, 2].map((level) => [level, say(`level.${level as 0 | 1 | 2}`)] as const)]}
        />
        <TextInput
          label={say('policy.maxRetentionDays')}
          note={say('policy.maxRetentionDaysNote')}
          place={['policy', 'maxRetentionDays']}
          asValue={numberOf}
        />
        <ChoiceInput
          label={say('policy.disableExport')}
          note={say('policy.disableExportNote')}
          place={['policy', 'disableExport']}
          choices={[unset, [false, say('policy.allowed')], [true, say('policy.disabled')]]}
        />
        <ChoiceInput
          label={say('policy.disableUserPacks')}
          note={say('policy.disableUserPacksNote')}
          place={['policy', 'disableUserPacks']}
          choices={[unset, [false, say('policy.allowed')], [true, say('policy.disabled')]]}
        />
        <LinesInput
          label={say('policy.revokedKeys')}
          note={say('policy.revokedKeysNote')}
          place={['policy', 'revokedKeys']}
          isOptional
        />
      </div>
    </section>
  );
}

import { LOG_LEVELS } from '../../core/log/log.ts';
import type { PolicyFault } from '../../core/settings/policy-ratchet.ts';
import { usePage } from '../parts/frame.tsx';
import { Section } from './section.tsx';

/** What the agency set and the person cannot change here; absent where it set nothing. */
export function AgencySection() {
  const { texts, policy } = usePage();
  const { policy: set, faults } = policy;
  const { agencyName, maxLogLevel, maxRetentionDays, disableExport, disableUserPacks } = set;
  if (Object.keys(set).length === 0 && faults.length === 0) return null;
  const name = agencyName ?? texts.say('settings.agency.unnamed');
  return (
    <Section title={texts.say('settings.agency.title')} lead={texts.say('settings.agency.lead', { name })}>
      <div class="card quiet">
        <ul>
          {maxLogLevel === undefined ? null : (
            <li>
              {texts.say('settings.agency.level', {
                level: texts.say(`settings.log.${LOG_LEVELS[maxLogLevel] ?? 'none'}`),
              })}
            </li>
          )}
          {maxRetentionDays === undefined ? null : (
            <li>{texts.count('settings.agency.retention', maxRetentionDays)}</li>
          )}
          {disableExport ? <li>{texts.say('settings.agency.export')}</li> : null}
          {disableUserPacks ? <li>{texts.say('settings.agency.packs')}</li> : null}
          <li>{texts.say('settings.agency.never')}</li>
          {policy.received === undefined ? null : (
            <li>
              {texts.say('settings.agency.received', {
                moment: `${texts.date(policy.received)} ${texts.time(policy.received)}`,
              })}
            </li>
          )}
        </ul>
        {faults.length > 0 ? (
          <>
            <p>{texts.say('settings.agency.faults')}</p>
            <ul>
              {faults.map((fault) => (
                <li key={placeOf(fault)}>
                  {texts.say(`settings.agency.fault.${fault.reason}`, { key: placeOf(fault) })}
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </Section>
  );
}

/** Where a fault stands: a key, and of an entry the part in it. */
export function placeOf({ key, part }: PolicyFault): string {
  if (key === '') return '—';
  return part === undefined ? key : `${key}.${part}`;
}

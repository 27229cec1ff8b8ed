import { DEFAULT_LIMITS, type FatigueLimits } from '../../core/reminding/fatigue.ts';
import { usePage } from '../parts/frame.tsx';
import { Pick } from '../parts/pick.tsx';
import type { Texts } from '../texts.ts';
import { COOL_DOWNS, choicesWith, DAILY_BUDGETS } from './limits.ts';
import type { Save } from './page.tsx';
import { Section } from './section.tsx';

const OFFERED = { dailyBudget: DAILY_BUDGETS, coolDown: COOL_DOWNS } as const;

/** How many reminders are too many, and how soon the next one about the same may come. */
export function HowOftenSection({ save }: { readonly save: Save }) {
  const { texts, settings } = usePage();
  return (
    <Section title={texts.say('settings.often.title')} lead={texts.say('settings.often.lead')}>
      <div class="card">
        {(['dailyBudget', 'coolDown'] as const).map((limit) => {
          const name = `settings.often.${limit}` as const;
          const stored = settings.fatigue[limit];
          return (
            <Pick
              key={limit}
              name={texts.say(name)}
              note={texts.say(`${name}-note`)}
              value={stored}
              options={choicesWith(OFFERED[limit], stored).map((value) => ({
                value,
                name: amountOf(limit, value, texts),
              }))}
              onPick={(value) =>
                save({ name, choice: (spoken) => amountOf(limit, value, spoken) }, (old) => ({
                  ...old,
                  fatigue: { ...old.fatigue, [limit]: value },
                }))
              }
            />
          );
        })}
      </div>
    </Section>
  );
}

function amountOf(limit: keyof FatigueLimits, value: number, texts: Texts): string {
  if (limit === 'coolDown' && value === 0) return texts.say('settings.often.none');
  const amount = texts.count(
    limit === 'coolDown' ? 'settings.often.minutes' : 'settings.often.reminders',
    value,
  );
  return value === DEFAULT_LIMITS[limit] ? texts.say('settings.often.usual', { amount }) : amount;
}

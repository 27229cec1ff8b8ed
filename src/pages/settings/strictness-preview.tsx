import { useMemo } from 'preact/hooks';
import { openRuleIndex, type RuleIndex } from '../../core/matching/rule-index.ts';
import { STRICTNESSES } from '../../core/reminding/decision-table.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { usePage } from '../parts/frame.tsx';
import { Icon, type IconName } from '../parts/icon.tsx';
import { useRuleFile } from '../parts/use-rule-file.ts';
import { tryOut } from '../practice/engine.ts';
import { STRICTNESS_EXAMPLES } from './strictness-examples.ts';

type Answer = ReturnType<typeof tryOut>['verdict']['kind'];
const ANSWERS: readonly Answer[] = ['none', 'hint', 'remind'];
const icons: Record<Answer, IconName> = { none: 'away', hint: 'info', remind: 'alert' };

/** What each step would do with the examples, by the decision that tabs make, the other settings as they are. */
export function previewOf(rules: RuleIndex, settings: Settings, now: number) {
  return STRICTNESS_EXAMPLES.map((example) => ({
    ...example,
    answers: STRICTNESSES.map(
      (strictness): Answer =>
        tryOut({ ...example, site: 'facebook', now }, rules, { ...settings, strictness }).verdict.kind,
    ),
  }));
}

export function StrictnessPreview() {
  const { texts, settings } = usePage();
  const { value: rules } = useRuleFile(openRuleIndex);
  const rows = useMemo(
    () => (typeof rules === 'string' ? [] : previewOf(rules, settings, Date.now())),
    [rules, settings],
  );
  if (rules === 'failed') return <p class="row-note">{texts.say('practice.rules.failed')}</p>;
  if (rules === 'waiting') return <p role="status">{texts.say('frame.load.waiting')}</p>;
  return (
    <div class="card preview">
      <table>
        <caption>{texts.say('settings.strictness.preview')}</caption>
        <thead>
          <tr>
            <th scope="col" class="step-name">
              {texts.say('settings.strictness.example')}
            </th>
            {STRICTNESSES.map((strictness) => (
              <th
                key={strictness}
                scope="col"
                class={strictness === settings.strictness ? 'step-name chosen' : 'step-name'}
              >
                {texts.say(`settings.strictness.${strictness}`)}
                {strictness === settings.strictness ? (
                  <span class="hidden">{` (${texts.say('settings.strictness.chosen')})`}</span>
                ) : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ kind, action, content, answers }) => (
            <tr key={`${kind} ${action}`}>
              <th scope="row">
                <span class="preview-kind">
                  {texts.say(`settings.strictness.kind-${kind}`, {
                    action: texts.say(`action.${action}.name`),
                  })}
                </span>
                <span lang="id">{content.own ?? content.text}</span>
              </th>
              {answers.map((answer, index) => (
                <td
                  key={STRICTNESSES[index]}
                  class={`answer answer-${answer} ${STRICTNESSES[index] === settings.strictness ? 'chosen' : ''}`}
                >
                  <Icon name={icons[answer]} />
                  <span class="answer-word">{texts.say(`settings.strictness.answer-${answer}`)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {/* In a narrow window the cells show their signs only; their words are still read out there. */}
      <ul class="preview-legend" aria-hidden="true">
        {ANSWERS.map((answer) => (
          <li key={answer} class={`answer-${answer}`}>
            <Icon name={icons[answer]} />
            <span>{texts.say(`settings.strictness.answer-${answer}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

import { CONTEST_PHASES } from '../../core/types.ts';
import type { PackState } from '../../shared/messages.ts';
import { usePage } from '../parts/frame.tsx';
import { Switch } from '../parts/switch.tsx';
import { useAnswer } from '../parts/use-answer.ts';
import type { Texts } from '../texts.ts';
import { PacksFailed } from './packs-failed.tsx';
import type { Save } from './page.tsx';
import { Section } from './section.tsx';

export function PacksSection({ save }: { readonly save: Save }) {
  const { texts } = usePage();
  const { answer: packs, load } = useAnswer('packs.list', null);
  return (
    <Section title={texts.say('settings.packs.title')} lead={texts.say('settings.packs.lead')}>
      {packs === 'waiting' ? <p role="status">{texts.say('settings.packs.waiting')}</p> : null}
      {packs === 'failed' ? <PacksFailed retry={load} /> : null}
      {typeof packs === 'string' ? null : packs.map((pack) => <Pack key={pack.id} pack={pack} save={save} />)}
      {packs.length === 0 ? <p>{texts.say('settings.packs.empty')}</p> : null}
    </Section>
  );
}

function Pack({ pack, save }: { readonly pack: PackState; readonly save: Save }) {
  const { texts, settings } = usePage();
  const on = !settings.disabledPacks.includes(pack.id);
  const version = texts.say('settings.packs.version', { version: pack.version });
  return (
    <div class="card">
      <Switch
        name={pack.title}
        note={`${version} · ${texts.count('settings.packs.entries', pack.entries)}`}
        on={on}
        onChange={(next) =>
          save({ title: pack.title, on: next }, (old) => {
            const others = old.disabledPacks.filter((id) => id !== pack.id);
            return { ...old, disabledPacks: next ? others : [...others, pack.id] };
          })
        }
      />
      {pack.contests.length > 0 ? (
        <ul class="contests" aria-label={texts.say('settings.packs.contests')}>
          {pack.contests.map((contest) => (
            <li key={contest.name}>
              <span>{contest.name}</span>
              <span class={contest.phase === null ? 'phase phase-asleep' : 'phase'}>
                {phaseName(contest.phase, texts)}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function phaseName(name: string | null, texts: Texts): string {
  const phase = CONTEST_PHASES.find((known) => known === name);
  return texts.say(phase === undefined ? 'settings.packs.sleeping' : `phase.${phase}.name`);
}

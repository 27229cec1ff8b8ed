import { CONTEST_PHASES } from '../../core/types.ts';
import { type PackState, send } from '../../shared/messages.ts';
import { usePage } from '../parts/frame.tsx';
import { Switch } from '../parts/switch.tsx';
import { useAnswer } from '../parts/use-answer.ts';
import type { Texts } from '../texts.ts';
import { PackImport } from './pack-import.tsx';
import { PackSearch } from './pack-search.tsx';
import { PacksFailed } from './packs-failed.tsx';
import type { Save } from './page.tsx';
import { RemoveList } from './remove-list.tsx';
import { Section } from './section.tsx';

interface PacksProps {
  readonly save: Save;
  /** A signed list came from a file. */
  onSigned(): void;
}

export function PacksSection({ save, onSigned }: PacksProps) {
  const { texts, policy } = usePage();
  const { answer: packs, load } = useAnswer('packs.list', null);
  return (
    <Section title={texts.say('settings.packs.title')} lead={texts.say('settings.packs.lead')}>
      {packs === 'waiting' ? <p role="status">{texts.say('settings.packs.waiting')}</p> : null}
      {packs === 'failed' ? <PacksFailed retry={load} /> : null}
      {typeof packs === 'string'
        ? null
        : packs.map((pack) => <Pack key={pack.id} pack={pack} save={save} reload={load} />)}
      {packs.length === 0 ? <p>{texts.say('settings.packs.empty')}</p> : null}
      {policy.policy.disableUserPacks ? null : <PackImport onImported={load} onSigned={onSigned} />}
      <a class="arrow-link" href="../author/index.html">
        {texts.say('author.link.name')}
      </a>
    </Section>
  );
}

interface PackProps {
  readonly pack: PackState;
  readonly save: Save;
  reload(): void;
}

function Pack({ pack, save, reload }: PackProps) {
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
      <div class="pack-origin">
        <p class="row-note">
          {texts.say(`settings.packs.origin.${pack.origin}`)}{' '}
          {texts.say('settings.packs.source', { source: pack.source })}
        </p>
        <PackSearch pack={pack.id} />
        {pack.origin === 'file' ? (
          <RemoveList
            button={texts.say('settings.packs.remove')}
            question={texts.say('settings.packs.removeAsk', { title: pack.title })}
            failure={texts.say('settings.packs.removeFailed', { title: pack.title })}
            remove={() => send('packs.remove', { id: pack.id })}
            removed={reload}
          />
        ) : null}
      </div>
    </div>
  );
}

function phaseName(name: string | null, texts: Texts): string {
  const phase = CONTEST_PHASES.find((known) => known === name);
  return texts.say(phase === undefined ? 'settings.packs.sleeping' : `phase.${phase}.name`);
}

import { useCallback, useMemo, useState } from 'preact/hooks';
import { usePage } from '../parts/frame.tsx';
import { Header, PrivacyLine } from '../parts/header.tsx';
import { SaidLine, type Saying } from '../parts/said.tsx';
import type { Edit } from '../parts/settings-keeper.ts';
import type { TextKey, Texts } from '../texts.ts';
import { ActionsSection } from './actions.tsx';
import { AgencySection } from './agency.tsx';
import { ExceptionsSection } from './exceptions.tsx';
import { FileSection } from './file.tsx';
import { FinishedSection } from './finished.tsx';
import { HowOftenSection } from './how-often.tsx';
import { LanguageSection } from './language.tsx';
import { LogSection } from './log.tsx';
import { OwnWordsSection } from './own-words.tsx';
import { PacksSection } from './packs.tsx';
import { QuietSection } from './quiet.tsx';
import { RegionsSection } from './regions.tsx';
import { SitesSection } from './sites.tsx';
import { SourcesSection } from './sources.tsx';
import { StatusSection } from './status.tsx';
import { StrictnessSection } from './strictness.tsx';

/**
 * What a change is called when the page says that it was saved: a switch, or one choice of several. Keys instead of
 * texts, or a way to make them: after a change of language the page speaks the new one.
 */
export type Change = ({ readonly name: TextKey } | { readonly title: string }) &
  ({ readonly on: boolean } | { readonly choice: TextKey | ((texts: Texts) => string) });
export type Save = (change: Change, edit: Edit) => void;

interface Result {
  readonly change: Change;
  readonly saved: boolean;
}

export function SettingsPage() {
  const { texts, change: store } = usePage();
  const [result, setResult] = useState<Result>();
  // A signed list that came or went is another list of packs, and the other way round.
  const [packs, setPacks] = useState(0);
  const [sources, setSources] = useState(0);
  const save: Save = useCallback(
    (change, edit) => {
      setResult(undefined);
      store(edit).then((saved) => setResult({ change, saved }));
    },
    [store],
  );
  const saying = useMemo(() => result && sayingOf(result, texts), [result, texts]);

  return (
    <>
      <Header current="settings" />
      <main class="page">
        <div class="intro">
          <h1>{texts.say('settings.page.title')}</h1>
          <p class="lead">{texts.say('settings.page.lead')}</p>
          <PrivacyLine />
          <p class="rule">{texts.say('settings.saved.rule')}</p>
        </div>
        <AgencySection />
        <StatusSection save={save} />
        <SitesSection save={save} />
        <ActionsSection save={save} />
        <StrictnessSection save={save} />
        <HowOftenSection save={save} />
        <RegionsSection save={save} />
        <QuietSection save={save} />
        <ExceptionsSection save={save} />
        <PacksSection key={packs} save={save} onSigned={() => setSources((last) => last + 1)} />
        <SourcesSection key={sources} onChanged={() => setPacks((last) => last + 1)} />
        <OwnWordsSection save={save} />
        <FinishedSection save={save} />
        <LogSection save={save} />
        <LanguageSection save={save} />
        <FileSection />
        <SaidLine saying={saying} onOver={() => setResult(undefined)} />
      </main>
    </>
  );
}

function sayingOf({ change, saved }: Result, texts: Texts): Saying {
  const name = 'title' in change ? change.title : texts.say(change.name);
  if (!saved) return { kind: 'failed', text: texts.say('settings.saved.failed', { name }) };
  if (!('choice' in change)) {
    return {
      kind: 'done',
      text: texts.say(change.on ? 'settings.saved.on' : 'settings.saved.off', { name }),
    };
  }
  const choice = typeof change.choice === 'function' ? change.choice(texts) : texts.say(change.choice);
  return { kind: 'done', text: texts.say('settings.saved.chosen', { name, choice }) };
}

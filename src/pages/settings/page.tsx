import { useCallback, useEffect, useState } from 'preact/hooks';
import { usePage } from '../parts/frame.tsx';
import { Header, PrivacyLine } from '../parts/header.tsx';
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
/** Long enough to read; a failure stays until the next change. */
const savedShownMs = 6000;

export function SettingsPage() {
  const { texts, change: store } = usePage();
  const [result, setResult] = useState<Result>();
  const save: Save = useCallback(
    (change, edit) => {
      setResult(undefined);
      store(edit).then((saved) => setResult({ change, saved }));
    },
    [store],
  );
  useEffect(() => {
    if (!result?.saved) return;
    const timer = setTimeout(() => setResult(undefined), savedShownMs);
    return () => clearTimeout(timer);
  }, [result]);

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
        <PacksSection save={save} />
        <OwnWordsSection save={save} />
        <FinishedSection save={save} />
        <LogSection save={save} />
        <LanguageSection save={save} />
        <FileSection />
        <SavedLine result={result} />
      </main>
    </>
  );
}

/** Both regions exist from the start: a live region that appears together with its text is often not read out. */
function SavedLine({ result }: { readonly result: Result | undefined }) {
  const { texts } = usePage();
  const spoken = (choice: TextKey | ((texts: Texts) => string)) =>
    typeof choice === 'function' ? choice(texts) : texts.say(choice);
  let saved = '';
  let failed = '';
  if (result) {
    const { change } = result;
    const name = 'title' in change ? change.title : texts.say(change.name);
    if (!result.saved) failed = texts.say('settings.saved.failed', { name });
    else if ('choice' in change)
      saved = texts.say('settings.saved.chosen', { name, choice: spoken(change.choice) });
    else saved = texts.say(change.on ? 'settings.saved.on' : 'settings.saved.off', { name });
  }
  return (
    <div class="saved">
      <p role="status" class="saved-ok">
        {saved}
      </p>
      <p role="alert" class="saved-failed">
        {failed}
      </p>
    </div>
  );
}

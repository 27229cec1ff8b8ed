import { useEffect, useRef, useState } from 'preact/hooks';
import { listText } from '../../core/kit/embedded-lists.ts';
import { type KitFault, readKitForm } from '../../core/kit/form.ts';
import { KIT_ZIP } from '../../core/kit/kit.ts';
import { browser } from '../../shared/browser.ts';
import { usePage } from '../parts/frame.tsx';
import { Header, PrivacyLine } from '../parts/header.tsx';
import { saveFile } from '../parts/save-file.ts';
import { AgencyPart } from './agency-part.tsx';
import { BrowsersPart } from './browsers-part.tsx';
import { FileInput } from './fields.tsx';
import { FormContext } from './form-context.ts';
import { blankForm, type FormValue, faultsElsewhere, formOfJson } from './form-value.ts';
import { HostPart } from './host-part.tsx';
import { type Kit, kitOf } from './make-kit.ts';
import { PolicyPart } from './policy-part.tsx';
import { SourcesPart } from './sources-part.tsx';
import { type KitPageKey, useWords } from './words.ts';

const LARGEST_FORM = 40_000_000;

/** `pack kit` without a command line: one form, one zip. Nothing of it is stored or sent. */
export function KitPage() {
  const { texts } = usePage();
  const say = useWords();
  const [form, setForm] = useState<FormValue>(blankForm);
  const [faults, setFaults] = useState<readonly KitFault[]>([]);
  const [asked, setAsked] = useState(0);
  const [kit, setKit] = useState<Kit>();
  const [opened, setOpened] = useState({ round: 0, said: undefined as KitPageKey | undefined });
  const main = useRef<HTMLElement>(null);
  const change = (next: FormValue) => {
    setForm(next);
    setKit(undefined);
    if (asked > 0) setFaults(faultsOf(next));
  };
  const open = async (file: File) => {
    const next = file.size > LARGEST_FORM ? null : formOfJson(await file.text());
    if (next) {
      setForm(next);
      setKit(undefined);
      setAsked(0);
      setFaults([]);
    }
    // Fields that hold what was typed begin anew.
    setOpened(({ round }) => ({
      round: next ? round + 1 : round,
      said: next ? 'open.done' : 'open.bad',
    }));
  };
  const make = async () => {
    const made = await kitOf(form, browser.runtime.getManifest().version);
    setAsked((last) => last + 1);
    if ('faults' in made) setFaults(made.faults);
    else {
      setFaults([]);
      setKit(made);
      saveFile(KIT_ZIP, made.zip, 'application/zip');
    }
  };
  useEffect(() => {
    // To the first field that has to be mended.
    if (asked > 0) main.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [asked]);
  return (
    <>
      <Header current="settings" />
      <main class="page form kit" ref={main}>
        <div class="intro">
          <h1>{texts.say('kit.page.title')}</h1>
          <p class="lead">{say('lead')}</p>
          <PrivacyLine />
        </div>
        <section class="card" aria-labelledby="open-title">
          <h2 id="open-title">{say('open.title')}</h2>
          <FileInput
            label={say('open.file')}
            note={say('open.fileNote')}
            accept=".json,application/json"
            said={opened.said === undefined ? '' : say(opened.said)}
            isWrong={opened.said === 'open.bad'}
            pick={open}
          />
        </section>
        <FormContext.Provider value={{ form, faults, change }}>
          <div key={opened.round}>
            <AgencyPart />
            <PolicyPart />
            <SourcesPart />
            <BrowsersPart />
            <HostPart />
          </div>
        </FormContext.Provider>
        <section class="card make" aria-labelledby="make-title">
          <h2 id="make-title">{say('make.title')}</h2>
          <p>{say('make.note')}</p>
          <p>
            <button type="button" class="button button-main" onClick={make}>
              {say('make.button')}
            </button>
          </p>
          <Faults faults={faults} />
          <Done kit={kit} />
        </section>
      </main>
    </>
  );
}

function faultsOf(form: FormValue): readonly KitFault[] {
  const result = readKitForm(form);
  return result.ok ? [] : result.faults;
}

/** How many there are, and those that no field shows. */
function Faults({ faults }: { readonly faults: readonly KitFault[] }) {
  const say = useWords();
  return (
    <div role="alert" class="has-errors">
      {faults.length === 0 ? null : <p>{say('make.faults', { count: faults.length })}</p>}
      <ul>
        {faultsElsewhere(faults).map(({ place, reason }) => (
          <li key={`${place} ${reason}`}>
            {place === '' ? '' : `${place}: `}
            {say(`reason.${reason}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Done({ kit }: { readonly kit: Kit | undefined }) {
  const say = useWords();
  return (
    <>
      <div role="status" class="done">
        {kit === undefined ? null : (
          <>
            <p>{say('done.saved', { name: KIT_ZIP, count: kit.paths.length })}</p>
            {kit.advice.map((advice) => (
              <p class="has-errors" key={advice.packId}>
                {listText(advice, say)}
              </p>
            ))}
            <p class="sum">SHA-256: {kit.sha256}</p>
            <p>{say('done.sum')}</p>
            {kit.hasWindows ? null : <p class="has-errors">{say('done.noWindows')}</p>}
          </>
        )}
      </div>
      {kit === undefined ? null : (
        <details class="inside">
          <summary class="opens">{say('done.inside')}</summary>
          <ul>
            {kit.paths.map((path) => (
              <li key={path}>{path}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

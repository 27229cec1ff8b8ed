import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import general from '../../../rules/general.json' with { type: 'json' };
import { type Pack, readPack } from '../../core/pack/pack.ts';
import type { LintContext } from '../../core/pack-lint/pack-lint.ts';
import { openSources } from '../../core/pack-lint/pack-lint-placeholders.ts';
import { titlesById } from '../../core/pack-lint/pack-lint-whole.ts';
import {
  type TemplateOptions,
  templatePack,
  templateRows,
} from '../../core/pack-table/pack-table-template.ts';
import { labelsOf } from '../../core/rule-file/rule-labels.ts';
import { writeDelimited } from '../../shared/delimited-table.ts';
import { usePage } from '../parts/frame.tsx';
import { Header, PrivacyLine } from '../parts/header.tsx';
import { saveFile } from '../parts/save-file.ts';
import { useRuleFile } from '../parts/use-rule-file.ts';
import { Beside } from './beside.tsx';
import { Compare } from './compare.tsx';
import { Corpus } from './corpus.tsx';
import { type Draft, fileNameOf, type OpenedEntry, TEXT_PARTS } from './draft.ts';
import { Entries } from './entries.tsx';
import { filledIn } from './filled-in.ts';
import { Head } from './head.tsx';
import { useOurIds } from './ids-of-ours.ts';
import { Issues, TableFaults } from './issues.tsx';
import { Open } from './open.tsx';
import { openFile } from './open-file.ts';
import { type Opened, openText } from './opening.ts';
import { Preview } from './preview.tsx';
import { Texts } from './texts.tsx';
import { useLint } from './use-lint.ts';
import { useWords } from './words.ts';

/** Packs are never made here for signing: keys have no place in an extension, the command line signs what is saved. */
export function AuthorPage() {
  const { texts } = usePage();
  const { say } = useWords();
  const [opened, setOpened] = useState<Opened>();
  const [round, setRound] = useState(0);
  const title = useRef<HTMLHeadingElement>(null);
  const [others, setOthers] = useState<readonly Pack[]>([]);
  const take = (next: Opened) => {
    setOpened(next);
    setRound((last) => last + 1);
  };
  useEffect(() => {
    // What was opened stands below: who cannot see it is taken there.
    if (round > 0) title.current?.focus();
  }, [round]);
  const saveTemplate = (options: TemplateOptions) =>
    saveFile(`${templatePack(options).id}.csv`, writeDelimited(templateRows(options)), 'text/csv');
  const openTemplate = (options: TemplateOptions) =>
    take({ draft: templatePack(options), faults: [], cells: [], collisions: [], issues: [] });
  return (
    <>
      <Header current="settings" />
      <main class="page form">
        <div class="intro">
          <h1>{texts.say('author.page.title')}</h1>
          <p class="lead">{say('page.lead')}</p>
          <PrivacyLine />
          <p>
            <a class="arrow-link" href="../kit/index.html">
              {say('page.kit')}
            </a>
          </p>
        </div>
        <Open
          openFile={async (file, defaults) => take(await openFile(file, defaults))}
          openText={(text, defaults) => take(openText(text, say('page.open.pastedName'), defaults))}
          openTemplate={openTemplate}
          saveTemplate={saveTemplate}
        />
        {opened === undefined ? null : (
          <>
            <h2 ref={title} tabIndex={-1} class="opened">
              {opened.draft === null ? say('page.opened.nothing') : say('page.opened.title')}
            </h2>
            {opened.faults.length > 0 ? <TableFaults faults={opened.faults} /> : null}
            {opened.issues.length > 0 ? (
              <Issues issues={opened.issues} state="done" show={() => undefined} check={() => undefined} />
            ) : null}
            {opened.collisions.length > 0 ? <Collisions collisions={opened.collisions} /> : null}
            {opened.draft === null ? null : (
              <Editor
                key={round}
                first={opened.draft}
                cells={opened.cells}
                others={others}
                setOthers={setOthers}
              />
            )}
          </>
        )}
      </main>
    </>
  );
}

/** Names that are listed; the rest are counted. */
const MOST_COLLISIONS = 30;

function Collisions({ collisions }: { readonly collisions: Opened['collisions'] }) {
  const { say } = useWords();
  return (
    <details class="card collisions">
      <summary class="opens">{say('page.collisions.title', { count: collisions.length })}</summary>
      <ul>
        {collisions.slice(0, MOST_COLLISIONS).map(({ text, entries }) => (
          <li key={text}>{say('page.collisions.line', { text, count: entries.length })}</li>
        ))}
      </ul>
    </details>
  );
}

/** Of our own pack of general phrases, which is always there beside a pack. */
const GENERAL: readonly Pack[] = (() => {
  const result = readPack(general);
  return result.ok ? [result.pack] : [];
})();
/** The background tells only ids of what can be found in posts; neutral accounts have some too. */
const IDS_OF_GENERAL = titlesById(GENERAL);

interface EditorProps {
  readonly first: Draft;
  readonly cells: Opened['cells'];
  /** Packs that the person picked to stand beside this one. */
  readonly others: readonly Pack[];
  setOthers(others: readonly Pack[]): void;
}

function Editor({ first, cells, others, setOthers }: EditorProps) {
  const { say } = useWords();
  const beside = useMemo(() => [...GENERAL, ...others], [others]);
  const [draft, setDraft] = useState(first);
  const sources = useMemo(() => openSources(first), [first]);
  const change = (next: Draft) => setDraft(filledIn(sources, draft, next));
  const [saved, setSaved] = useState(first);
  const [entry, setEntry] = useState<OpenedEntry>();
  const { value: labels } = useRuleFile(labelsOf);
  const ourIds = useOurIds(draft, typeof labels === 'string' ? undefined : labels);
  const context = useMemo(
    (): LintContext => ({
      beside,
      // Contests of packs that are in use have dates of their own; a pack that is open here again is one of them.
      calendar: typeof labels === 'string' ? [] : labels.contests,
      ...ourIds,
      takenEntries: new Map([...IDS_OF_GENERAL, ...(ourIds?.takenEntries ?? [])]),
    }),
    [labels, ourIds, beside],
  );
  const indexIn = (part: OpenedEntry['part']) => (entry?.part === part ? entry.index : undefined);
  const openIn = (part: OpenedEntry['part']) => (index: number | undefined) =>
    setEntry(index === undefined ? undefined : { part, index });
  const { issues, reader, state, check } = useLint(draft, context);
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const isSaved = draft === saved;
  useEffect(() => {
    if (isSaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isSaved]);
  return (
    <>
      <div class="columns">
        <div class="column">
          <Head draft={draft} change={change} />
          <Entries
            draft={draft}
            issues={issues}
            opened={indexIn('entities')}
            open={openIn('entities')}
            change={change}
          />
          {TEXT_PARTS.map((part) => (
            <Texts
              key={part}
              part={part}
              draft={draft}
              issues={issues}
              opened={indexIn(part)}
              open={openIn(part)}
              change={change}
            />
          ))}
        </div>
        <div class="column">
          <Issues issues={issues} cells={cells} state={state} show={setEntry} check={check} />
          <Preview reader={reader} />
          <Corpus reader={reader} />
          <Compare reader={reader} beside={beside} />
          <Beside fixed={GENERAL} others={others} change={setOthers} />
        </div>
      </div>
      <section class="card save" aria-label={say('page.save.title')}>
        <h2>{say('page.save.title')}</h2>
        <p>{say('page.save.note')}</p>
        {errors > 0 ? <p class="has-errors">{say('page.save.errors', { errors })}</p> : null}
        <p>
          <button
            type="button"
            class="button button-main"
            onClick={() => {
              saveFile(fileNameOf(draft), `${JSON.stringify(draft, null, 2)}\n`);
              setSaved(draft);
            }}
          >
            {say('page.save.button')}
          </button>
        </p>
        <p role="status">{isSaved ? '' : say('page.save.unsaved')}</p>
      </section>
    </>
  );
}

import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { settingsChanges, settingsFileText } from '../../core/settings/settings-file.ts';
import { FileField } from '../parts/file-field.tsx';
import { usePage } from '../parts/frame.tsx';
import { Notice } from '../parts/notice.tsx';
import { saveFile } from '../parts/save-file.ts';
import { changeWords, PART_NAMES } from './change-words.ts';
import { Section } from './section.tsx';
import { createSettingsImport, type ImportState } from './settings-import.ts';

/** Settings as a file: out by a click, in by a file or a drop, shown first and confirmed. Never the log. */
export function FileSection() {
  const { texts, settings, change } = usePage();
  const [state, setState] = useState<ImportState>({ kind: 'idle' });
  const transfer = useMemo(() => createSettingsImport(change, setState), [change]);
  return (
    <Section title={texts.say('settings.file.title')} lead={texts.say('settings.file.lead')}>
      <div class="card file">
        <div>
          <button
            type="button"
            class="button"
            onClick={() => saveFile('pengaturan-jaga-netral.json', settingsFileText(settings))}
          >
            {texts.say('settings.file.export')}
          </button>
          <p class="row-note">{texts.say('settings.file.export-note')}</p>
        </div>
        <FilePicker onPick={(file) => void transfer.take(file)} />
        {state.kind === 'refused' ? (
          <Notice kind="problem" text={texts.say(`settings.file.${state.problem}`)} />
        ) : null}
        {state.kind === 'asking' ? (
          <Preview state={state} onConfirm={() => void transfer.confirm()} onCancel={transfer.cancel} />
        ) : null}
        <p role="status">
          {state.kind === 'done' || state.kind === 'cancelled'
            ? texts.say(`settings.file.${state.kind}`)
            : ''}
        </p>
        {state.kind === 'failed' ? <Notice kind="problem" text={texts.say('settings.file.failed')} /> : null}
      </div>
    </Section>
  );
}

/** The field itself takes a dropped file, in every browser. */
function FilePicker({ onPick }: { onPick(file: File): void }) {
  const { texts } = usePage();
  const id = useId();
  return (
    <div>
      <label for={id}>{texts.say('settings.file.import')}</label>
      <FileField id={id} class="drop" onPick={onPick} />
    </div>
  );
}

interface PreviewProps {
  readonly state: Extract<ImportState, { kind: 'asking' }>;
  onConfirm(): void;
  onCancel(): void;
}

function Preview({ state, onConfirm, onCancel }: PreviewProps) {
  const { texts, settings } = usePage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [state]);
  const { parts, broken } = state;
  const lines = settingsChanges(settings, parts).flatMap((change) => changeWords(change, texts));
  return (
    <div class="changes">
      <h3 tabIndex={-1} ref={heading}>
        {texts.say('settings.file.preview')}
      </h3>
      {lines.length === 0 ? (
        <p>{texts.say('settings.file.same')}</p>
      ) : (
        <dl>
          {lines.map(({ name, before, after }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{texts.say('settings.file.change', { before, after })}</dd>
            </div>
          ))}
        </dl>
      )}
      {parts.log === 'detailed' && settings.log !== 'detailed' ? (
        <Notice kind="remark" text={texts.say('settings.log.detailed-warning')} />
      ) : null}
      {parts.log !== undefined && parts.log !== 'detailed' && settings.log === 'detailed' ? (
        <Notice kind="remark" text={texts.say('settings.log.detailed-lowering')} />
      ) : null}
      {broken.length > 0 ? (
        <p>
          {texts.say('settings.file.broken', {
            names: broken.map((part) => texts.say(PART_NAMES[part])).join(', '),
          })}
        </p>
      ) : null}
      <p class="changes-answers">
        {lines.length === 0 ? null : (
          <button type="button" class="button button-main" onClick={onConfirm}>
            {texts.say('settings.file.confirm')}
          </button>
        )}
        <button type="button" class="button" onClick={onCancel}>
          {texts.say(lines.length === 0 ? 'settings.file.close' : 'settings.file.cancel')}
        </button>
      </p>
    </div>
  );
}

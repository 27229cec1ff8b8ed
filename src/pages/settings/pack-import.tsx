import { useId, useRef, useState } from 'preact/hooks';
import { type LinkPreview, type PackPreview, send } from '../../shared/messages.ts';
import { FileField } from '../parts/file-field.tsx';
import { usePage } from '../parts/frame.tsx';
import { Notice } from '../parts/notice.tsx';
import { readTextFile } from '../parts/read-file.ts';
import { ListPreview } from './list-preview.tsx';
import { SourcePreview, SourceRefused } from './source-preview.tsx';

type State =
  | { readonly kind: 'idle' | 'reading' | 'too-large' | 'full' | 'failed' | 'imported' }
  | { readonly kind: 'refused'; readonly problems: readonly string[] }
  | { readonly kind: 'asking'; readonly text: string; readonly preview: PackPreview & { readonly ok: true } }
  | { readonly kind: 'signed'; readonly text: string; readonly preview: Extract<LinkPreview, { ok: true }> }
  | { readonly kind: 'signed-refused'; readonly fault: Extract<LinkPreview, { ok: false }>['fault'] };

/** Bytes of a pack file; the background counts characters, which are never more. */
const LARGEST = 2_000_000;

interface PackImportProps {
  onImported(): void;
  /** The same for a signed one. */
  onSigned(): void;
}

/** A pack from a file, picked or dropped: shown first, stored only when the person agrees. */
export function PackImport({ onImported, onSigned }: PackImportProps) {
  const { texts } = usePage();
  const id = useId();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const [isOver, setOver] = useState(false);
  // A file that was given up or replaced must not come back when its answer arrives.
  const round = useRef(0);

  const take = async (file: File | undefined) => {
    round.current += 1;
    const mine = round.current;
    const show = (next: State) => {
      if (mine === round.current) setState(next);
    };
    if (!file) return;
    if (file.size > LARGEST) return show({ kind: 'too-large' });
    show({ kind: 'reading' });
    try {
      const text = await readTextFile(file);
      if (file.name.endsWith('.jpack')) {
        const preview = await send('sources.previewFile', { text });
        show(
          preview.ok ? { kind: 'signed', text, preview } : { kind: 'signed-refused', fault: preview.fault },
        );
        return;
      }
      const preview = await send('packs.preview', { text });
      show(preview.ok ? { kind: 'asking', text, preview } : { kind: 'refused', problems: preview.problems });
    } catch {
      show({ kind: 'failed' });
    }
  };
  const cancel = () => {
    round.current += 1;
    setState({ kind: 'idle' });
  };
  const confirm = (text: string) => {
    setState({ kind: 'reading' });
    send('packs.import', { text }).then(
      ({ imported }) => {
        setState({ kind: imported === 'full' ? 'full' : imported ? 'imported' : 'failed' });
        if (imported === true) onImported();
      },
      () => setState({ kind: 'failed' }),
    );
  };

  const add = (text: string) => {
    setState({ kind: 'reading' });
    send('sources.addFile', { text }).then(
      (preview) => {
        setState(preview.ok ? { kind: 'imported' } : { kind: 'signed-refused', fault: preview.fault });
        if (!preview.ok) return;
        onImported();
        onSigned();
      },
      () => setState({ kind: 'failed' }),
    );
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is a second way; the field inside is the first.
    <div
      class={isOver ? 'card import import-over' : 'card import'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files[0]);
      }}
    >
      <label class="row-name" for={id}>
        {texts.say('settings.import.title')}
      </label>
      <p class="row-note" id={`${id}-note`}>
        {texts.say('settings.import.note')}
      </p>
      <FileField id={id} describedBy={`${id}-note`} onPick={take} />
      <p role="status">
        {state.kind === 'reading' ? texts.say('settings.import.reading') : ''}
        {state.kind === 'imported' ? texts.say('settings.import.done') : ''}
      </p>
      {state.kind === 'reading' ? (
        <button type="button" class="button" onClick={cancel}>
          {texts.say('settings.import.cancel')}
        </button>
      ) : null}
      {state.kind === 'too-large' ? (
        <Notice kind="problem" text={texts.say('settings.import.tooLarge')} />
      ) : null}
      {state.kind === 'full' ? <Notice kind="problem" text={texts.say('settings.import.full')} /> : null}
      {state.kind === 'failed' ? <Notice kind="problem" text={texts.say('settings.import.failed')} /> : null}
      {state.kind === 'refused' ? <Refused problems={state.problems} /> : null}
      {state.kind === 'signed-refused' ? <SourceRefused fault={state.fault} /> : null}
      {state.kind === 'signed' ? (
        <SourcePreview preview={state.preview} add={() => add(state.text)} cancel={cancel} />
      ) : null}
      {state.kind === 'asking' ? (
        <Preview preview={state.preview} confirm={() => confirm(state.text)} cancel={cancel} />
      ) : null}
    </div>
  );
}

function Refused({ problems }: { readonly problems: readonly string[] }) {
  const { texts } = usePage();
  return (
    <>
      <Notice kind="problem" text={texts.say('settings.import.refused')} />
      {/* For the author of the file: paths and lines, in the words of the command line. */}
      <ul class="problems" lang="en">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </>
  );
}

interface PreviewProps {
  readonly preview: PackPreview & { readonly ok: true };
  confirm(): void;
  cancel(): void;
}

function Preview({ preview, confirm, cancel }: PreviewProps) {
  const { texts } = usePage();
  const { title, version, source, contests, entries, replaces } = preview;
  return (
    <ListPreview
      label={texts.say('settings.import.preview')}
      title={title}
      lines={[
        texts.say('settings.packs.version', { version }),
        texts.count('settings.packs.entries', entries),
        texts.say('settings.packs.source', { source }),
        ...contests,
        ...(replaces === null ? [] : [texts.say('settings.import.replaces', { version: replaces })]),
      ]}
      remark={texts.say('settings.import.unsigned')}
      agree={texts.say('settings.import.confirm')}
      onAgree={confirm}
      onCancel={cancel}
    />
  );
}

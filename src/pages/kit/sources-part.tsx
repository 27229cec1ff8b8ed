import { useState } from 'preact/hooks';
import { looksSecret, sourceKeysIn } from '../../core/kit/public-keys.ts';
import { EMBEDDED, SOURCE_LIMITS } from '../../core/pack/pack-source.ts';
import { toBase64 } from '../../shared/base64.ts';
import { FaultText } from './fault-text.tsx';
import { FileInput, LinesInput, TextInput } from './fields.tsx';
import { useForm, useValue } from './form-context.ts';
import { embeddedSize, entriesAt, newSource, withValue } from './form-value.ts';
import { type KitPageKey, useWords } from './words.ts';

const PLACE = ['policy', 'packSources'] as const;
/** Bytes; larger files are none of keys. */
const LARGEST_KEYS = 20_000;

/** Signed lists: where they are and whose public keys count. No private key is ever asked for or taken. */
export function SourcesPart() {
  const say = useWords();
  const { form, faults, change } = useForm();
  const sources = entriesAt(form, PLACE);
  const set = (next: readonly unknown[]) => change(withValue(form, PLACE, next));
  return (
    <section class="card" aria-labelledby="sources-title">
      <h2 id="sources-title">{say('sources.title')}</h2>
      <p class="soft">{say('sources.note')}</p>
      {sources.map((_source, index) => (
        // Only the place tells two empty ones apart.
        <Source
          key={`${index} of ${sources.length}`}
          index={index}
          remove={() => set(sources.filter((_other, at) => at !== index))}
        />
      ))}
      <FaultText id="sources-fault" faults={faults.filter(({ place }) => place === PLACE.join('.'))} />
      <p>
        <button
          type="button"
          class="button"
          aria-disabled={sources.length >= SOURCE_LIMITS.sources}
          onClick={() => sources.length < SOURCE_LIMITS.sources && set([...sources, newSource()])}
        >
          {say('sources.add')}
        </button>
      </p>
    </section>
  );
}

interface SourceProps {
  readonly index: number;
  remove(): void;
}

function Source({ index, remove }: SourceProps) {
  const say = useWords();
  const place = [...PLACE, index];
  const { faults } = useForm();
  const { value, set } = useValue(place);
  const [said, setSaid] = useState<KitPageKey>();
  const readKeys = async (file: File) => {
    const outcome = file.size > LARGEST_KEYS ? 'keys.bad' : keysOf(await file.text());
    if (typeof outcome !== 'string') set({ ...(value as object), ...outcome });
    setSaid(typeof outcome === 'string' ? outcome : 'keys.done');
  };
  const own = faults.filter(({ place: where }) => where === `${PLACE.join('.')}[${index}]`);
  return (
    <fieldset class="source">
      <legend>{say('source.title', { number: index + 1 })}</legend>
      <div class="fields">
        <Address index={index} />
        <FileInput
          label={say('keys.file')}
          note={say('keys.fileNote')}
          accept=".json,application/json"
          said={said === undefined ? '' : say(said)}
          isWrong={said !== 'keys.done'}
          pick={readKeys}
        />
        <TextInput
          label={say('source.packId')}
          note={say('source.packIdNote')}
          place={[...place, 'packId']}
          asValue={(text) => text}
        />
        <LinesInput
          label={say('source.signingKeys')}
          note={say('source.signingKeysNote')}
          place={[...place, 'signingKeys']}
        />
        <TextInput
          label={say('source.recoveryKey')}
          note={say('source.recoveryKeyNote')}
          place={[...place, 'recoveryKey']}
          isWide
          asValue={(text) => text}
        />
      </div>
      <FaultText id={`source-${index}-fault`} faults={own} />
      <p>
        <button type="button" class="button button-grave" onClick={remove}>
          {say('source.remove', { number: index + 1 })}
        </button>
      </p>
    </fieldset>
  );
}

/** Public keys of a file, or what to say of it. Of a secret one nothing is taken over. */
function keysOf(text: string): object | 'keys.bad' | 'keys.secret' {
  if (looksSecret(text)) return 'keys.secret';
  try {
    const keys = sourceKeysIn(JSON.parse(text.replace(/^\uFEFF/, '')));
    return typeof keys === 'string' ? 'keys.bad' : keys;
  } catch {
    return 'keys.bad';
  }
}

/** An address, or the signed file itself, which then is a part of the policy. */
function Address({ index }: { readonly index: number }) {
  const say = useWords();
  const place = [...PLACE, index, 'url'];
  const { value, faults, set } = useValue(place);
  const [isWrong, setIsWrong] = useState(false);
  const size = embeddedSize(value);
  const readList = async (file: File) => {
    // An address has three characters for each four of the file; what is too large is not read at all.
    const isTaken = file.size > 0 && file.size <= SOURCE_LIMITS.embedded;
    setIsWrong(!isTaken);
    if (isTaken) set(`${EMBEDDED}${toBase64(new Uint8Array(await file.arrayBuffer()))}`);
  };
  const embedded = size === undefined ? '' : say('list.inside', { size: Math.ceil(size / 1_000) });
  return (
    <>
      {size === undefined ? (
        <TextInput
          label={say('source.url')}
          note={say('source.urlNote')}
          place={place}
          isWide
          asValue={(text) => text}
        />
      ) : null}
      <FileInput
        label={say('list.file')}
        note={say('list.fileNote')}
        accept=".jpack"
        said={isWrong ? say('list.bad') : embedded}
        isWrong={isWrong}
        pick={readList}
      >
        {size === undefined ? null : (
          <>
            <FaultText id={`list-${index}-fault`} faults={faults} />
            <p>
              <button type="button" class="button" onClick={() => set('')}>
                {say('list.remove')}
              </button>
            </p>
          </>
        )}
      </FileInput>
    </>
  );
}

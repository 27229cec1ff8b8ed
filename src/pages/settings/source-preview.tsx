import type { LinkPreview } from '../../shared/messages.ts';
import { usePage } from '../parts/frame.tsx';
import { Notice } from '../parts/notice.tsx';

interface SourcePreviewProps {
  readonly preview: Extract<LinkPreview, { ok: true }>;
  add(): void;
  cancel(): void;
}

/** What a link or a signed file would bring, and whose keys these are: for the person to compare. */
export function SourcePreview({ preview, add, cancel }: SourcePreviewProps) {
  const { texts } = usePage();
  return (
    <section aria-label={preview.title} class="pack-preview">
      <h3>{preview.title}</h3>
      <ul>
        <li>{texts.count('settings.packs.entries', preview.entries)}</li>
        <li>{texts.say('settings.packs.source', { source: preview.source })}</li>
        <li>{texts.say('settings.link.words', { words: preview.keyWords })}</li>
      </ul>
      <p>{texts.say('settings.link.ask')}</p>
      <p class="buttons">
        <button type="button" class="button button-main" onClick={add}>
          {texts.say('settings.link.add')}
        </button>{' '}
        <button type="button" class="button" onClick={cancel}>
          {texts.say('settings.import.cancel')}
        </button>
      </p>
    </section>
  );
}

/** Why nothing comes of it. */
export function SourceRefused({ fault }: { readonly fault: Extract<LinkPreview, { ok: false }>['fault'] }) {
  const { texts } = usePage();
  const key =
    fault === 'link' || fault === 'keys' || fault === 'taken'
      ? (`settings.link.fault.${fault}` as const)
      : (`settings.sources.result.${fault}` as const);
  return <Notice kind="problem" text={texts.say(key)} />;
}

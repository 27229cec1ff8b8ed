import type { LinkPreview } from '../../shared/messages.ts';
import { usePage } from '../parts/frame.tsx';
import { Notice } from '../parts/notice.tsx';
import { ListPreview } from './list-preview.tsx';

interface SourcePreviewProps {
  readonly preview: Extract<LinkPreview, { ok: true }>;
  add(): void;
  cancel(): void;
}

/** What a link or a signed file would bring, and whose keys these are: for the person to compare. */
export function SourcePreview({ preview, add, cancel }: SourcePreviewProps) {
  const { texts } = usePage();
  return (
    <ListPreview
      label={preview.title}
      title={preview.title}
      lines={[
        texts.count('settings.packs.entries', preview.entries),
        texts.say('settings.packs.source', { source: preview.source }),
        texts.say('settings.link.words', { words: preview.keyWords }),
      ]}
      remark={texts.say('settings.link.ask')}
      agree={texts.say('settings.link.add')}
      onAgree={add}
      onCancel={cancel}
    />
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

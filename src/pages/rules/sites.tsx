import { type FactKey, useLibraryText } from './library-text.ts';
import { Sentence } from './sentence.tsx';

/** Sites with an address that was seen in a source; who has none is not linked. */
export const SITES = {
  turnbackhoax: { host: 'turnbackhoax.id', text: 'fact.site.turnbackhoax' },
  cekfakta: { host: 'cekfakta.com', text: 'fact.site.cekfakta' },
  aduankonten: { host: 'aduankonten.id', text: 'fact.site.aduankonten' },
  infopemilu: { host: 'infopemilu.kpu.go.id', text: 'fact.site.infopemilu' },
  cekdpt: { host: 'cekdptonline.kpu.go.id', text: 'fact.site.cekdpt' },
  jdih: { host: 'jdih.kpu.go.id', text: 'fact.site.jdih' },
  peraturan: { host: 'peraturan.go.id', text: 'fact.site.peraturan' },
  mkri: { host: 'mkri.id', text: 'fact.site.mkri' },
  bkn: { host: 'sbt.bkn.go.id', text: 'fact.report.bkn' },
  lapor: { host: 'lapor.go.id', text: 'fact.report.lapor' },
  bawaslu: { host: 'sigaplapor.bawaslu.go.id', text: 'fact.report.bawaslu' },
} as const satisfies Record<string, { readonly host: string; readonly text: FactKey }>;
export type SiteKey = keyof typeof SITES;

/** Nothing is loaded from them: a link opens when it is pressed, and does not say where from. */
export function Sites({ of }: { readonly of: readonly SiteKey[] }) {
  const text = useLibraryText();
  return (
    <>
      <ul class="sites">
        {of.map((key) => (
          <li key={key}>
            <a href={`https://${SITES[key].host}/`} target="_blank" rel="noopener noreferrer">
              {SITES[key].host}
            </a>
            <Sentence of={SITES[key].text} />
          </li>
        ))}
      </ul>
      <p class="soft">{text.say('sites.note')}</p>
    </>
  );
}

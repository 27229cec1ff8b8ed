import type { LogDetail } from '../../core/log/log.ts';
import type { SiteId } from '../../core/types.ts';
import { usePage } from '../parts/frame.tsx';
import { postLink } from './post-link.ts';

/** What level *Rinci* keeps of the post: data, shown as text. */
export function Detail({ detail, site }: { readonly detail: LogDetail; readonly site: SiteId }) {
  const { texts } = usePage();
  return (
    <div class="detail">
      <dl>
        <dt>{texts.say('log.detail.term')}</dt>
        <dd>{detail.term}</dd>
        <dt>{texts.say('log.detail.excerpt')}</dt>
        <dd>{detail.excerpt}</dd>
      </dl>
      <PostLink link={detail.link} site={site} />
    </div>
  );
}

/** Opens by a press alone; the site does not learn where it was pressed. */
export function PostLink({ link, site }: { readonly link: string | null; readonly site: SiteId }) {
  const { texts } = usePage();
  const address = postLink(link, site);
  if (address === undefined) return <p class="no-link">{texts.say('log.detail.no-link')}</p>;
  return (
    <a
      class="post-link"
      href={address}
      target="_blank"
      rel="noopener noreferrer"
      referrerpolicy="no-referrer"
    >
      {texts.say('log.detail.link', { site: texts.say(`site.${site}.name`) })}
    </a>
  );
}

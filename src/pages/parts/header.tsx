import { usePage } from './frame.tsx';
import { Icon } from './icon.tsx';

/** Name of the product and the way between its pages. Lies in the banner of a page. */
export function Brand() {
  const { texts } = usePage();
  return (
    <p class="brand">
      <img src="../../icons/icon-48.png" alt="" width="32" height="32" />
      <span>{texts.say('frame.product.name')}</span>
    </p>
  );
}

const PAGES = ['settings', 'log', 'rules', 'practice'] as const;

export function Header({ current }: { readonly current: (typeof PAGES)[number] }) {
  const { texts } = usePage();
  return (
    <header class="header">
      <div class="header-inner">
        <Brand />
        <nav aria-label={texts.say('frame.nav.label')}>
          <ul>
            {PAGES.map((page) => (
              <li key={page}>
                <a href={`../${page}/index.html`} aria-current={page === current ? 'page' : undefined}>
                  {texts.say(`frame.nav.${page}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}

export function PrivacyLine() {
  const { texts } = usePage();
  return (
    <p class="privacy">
      <Icon name="lock" />
      <span>{texts.say('frame.privacy.short')}</span>
    </p>
  );
}

import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { usePage } from '../parts/frame.tsx';
import { Header } from '../parts/header.tsx';
import { useHashState } from '../parts/use-hash.ts';
import { type Address, PARTS, type Part, readAddress, START, writeAddress } from './address.ts';
import { CalendarPart } from './calendar-part.tsx';
import { FormsPart } from './forms-table.tsx';
import { LawsPart } from './laws.tsx';
import { useLibraryText } from './library-text.ts';
import { NewsPart } from './news.tsx';
import { PosesPart } from './poses.tsx';
import { PrinciplesPart } from './principles.tsx';
import { ReportPart } from './report.tsx';
import { TestPart } from './test-part.tsx';

interface PartProps {
  readonly address: Address;
  change(change: Partial<Address>): void;
}

const VIEWS: Readonly<Record<Part, (props: PartProps) => JSX.Element>> = {
  forms: FormsPart,
  laws: LawsPart,
  poses: PosesPart,
  calendar: CalendarPart,
  principles: PrinciplesPart,
  news: NewsPart,
  report: ReportPart,
  test: TestPart,
};

export function RulesPage() {
  const { texts } = usePage();
  const text = useLibraryText();
  const [address, change] = useHashState(readAddress, writeAddress);
  const { part } = address;
  const title = useRef<HTMLHeadingElement>(null);
  const shown = useRef(part);
  useEffect(() => {
    // Another part replaced what was below the link: the person is taken to it, but not when the page opens.
    if (shown.current !== part) title.current?.focus();
    shown.current = part;
  }, [part]);
  const View = VIEWS[part];
  return (
    <>
      <Header current="rules" />
      <main class="page">
        <div class="intro">
          <h1>{texts.say('rules.page.title')}</h1>
          <p class="lead">{text.say('page.lead')}</p>
        </div>
        <nav class="parts" aria-label={text.say('page.parts')}>
          <ul>
            {PARTS.map((name) => (
              <li key={name}>
                <a
                  href={writeAddress({ ...START, part: name })}
                  aria-current={name === part ? 'true' : undefined}
                >
                  {text.say(`${name}.title`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <h2 ref={title} tabIndex={-1}>
          {text.say(`${part}.title`)}
        </h2>
        <p class="soft">{text.say(`${part}.lead`)}</p>
        <View address={address} change={change} />
      </main>
    </>
  );
}

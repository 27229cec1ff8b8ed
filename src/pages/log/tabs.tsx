import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { usePage } from '../parts/frame.tsx';
import type { LogTab } from './address.ts';

interface TabsProps {
  readonly tabs: readonly LogTab[];
  readonly chosen: LogTab;
  readonly children: ComponentChildren;
  onChoose(tab: LogTab): void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** Tabs as the ARIA practices describe them: one stop for Tab, arrows go between them and show at once. */
export function Tabs({ tabs, chosen, children, onChoose }: TabsProps) {
  const { texts } = usePage();
  const list = useRef<HTMLDivElement>(null);
  const goTo = (tab: LogTab | undefined) => {
    if (tab === undefined) return;
    onChoose(tab);
    list.current?.querySelector<HTMLElement>(`#tab-${tab}`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step !== undefined) goTo(tabs.at((tabs.indexOf(chosen) + step) % tabs.length));
    else if (event.key === 'Home') goTo(tabs[0]);
    else if (event.key === 'End') goTo(tabs.at(-1));
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div
        class="tabs"
        role="tablist"
        aria-label={texts.say('log.tabs.label')}
        ref={list}
        onKeyDown={onKeyDown}
      >
        {tabs.map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            id={`tab-${tab}`}
            aria-selected={tab === chosen}
            aria-controls={tab === chosen ? 'panel' : undefined}
            tabIndex={tab === chosen ? 0 : -1}
            onClick={() => onChoose(tab)}
          >
            {texts.say(`log.tab.${tab}`)}
          </button>
        ))}
      </div>
      <div class="panel" role="tabpanel" id="panel" tabIndex={-1} aria-labelledby={`tab-${chosen}`}>
        {children}
      </div>
    </>
  );
}

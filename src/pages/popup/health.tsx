import { useState } from 'preact/hooks';
import { SITE_ACTIONS } from '../../core/reminding/site-actions.ts';
import type { ActionKind, SiteId } from '../../core/types.ts';
import type { TabHealth } from '../../shared/messages.ts';
import { usePage } from '../parts/frame.tsx';
import { copyStructure } from './copy-structure.ts';

/** `not-seen` also before the first look: nothing was seen yet. */
export function wordOf(action: ActionKind, health: TabHealth | null): 'watched' | 'not-seen' | 'unknown' {
  if (health?.watched.includes(action)) return 'watched';
  return health?.page === 'unknown-page' || health?.unknown.includes(action) ? 'unknown' : 'not-seen';
}

/** Those that are switched on and that the site has: nobody joins anything on Instagram. */
export function actionsOn(site: SiteId, switchedOn: readonly ActionKind[]): readonly ActionKind[] {
  return SITE_ACTIONS[site].filter((action) => switchedOn.includes(action));
}

/** The actions that are looked after here, each with what is known of it on this page. */
export function WatchedActions({
  site,
  switchedOn,
  health,
}: {
  readonly site: SiteId;
  readonly switchedOn: readonly ActionKind[];
  readonly health: TabHealth | null;
}) {
  const { texts } = usePage();
  const actions = actionsOn(site, switchedOn);
  if (actions.length === 0) return <p class="popup-note">{texts.say('popup.actions.none')}</p>;
  return (
    <section class="watched" aria-labelledby="watched">
      <h2 id="watched">{texts.say('popup.actions.title')}</h2>
      <ul>
        {actions.map((action) => (
          <li key={action} class={`watched-${wordOf(action, health)}`}>
            <span>{texts.say(`action.${action}.name`)}</span>{' '}
            <span class="watched-word">{texts.say(`popup.health.${wordOf(action, health)}`)}</span>
          </li>
        ))}
      </ul>
      {health && health.unknownControls > 0 ? (
        <p class="popup-note">{texts.count('popup.health.count', health.unknownControls)}</p>
      ) : null}
    </section>
  );
}

export function isUnderstood(health: TabHealth | null): boolean {
  return health === null || (health.page === 'understood' && health.unknown.length === 0);
}

/** Says plainly that the page is not understood, and what to do. */
export function UnknownPage({ health }: { readonly health: TabHealth }) {
  const { texts } = usePage();
  return (
    <>
      <h1>{texts.say(`popup.health.${health.page}`)}</h1>
      <p>{texts.say('popup.health.advice')}</p>
    </>
  );
}

/** Copies the redacted report of the page in front; only by the user's press. */
export function StructureButton() {
  const { texts } = usePage();
  const [outcome, setOutcome] = useState<'done' | 'failed'>();
  return (
    <div class="reload">
      <button
        type="button"
        class="button"
        aria-describedby="structure-note"
        onClick={() => {
          setOutcome(undefined);
          copyStructure().then(
            () => setOutcome('done'),
            () => setOutcome('failed'),
          );
        }}
      >
        {texts.say('popup.structure.button')}
      </button>
      <p id="structure-note" class="structure-note">
        {texts.say('popup.structure.note')}
      </p>
      <p role="status" class="structure-outcome">
        {outcome ? texts.say(`popup.structure.${outcome}`) : ''}
      </p>
    </div>
  );
}

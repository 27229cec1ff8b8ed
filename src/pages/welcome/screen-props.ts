import type { ComponentChildren } from 'preact';

/** What every screen of the first run is given. */
export interface ScreenProps {
  /** The heading, which takes the focus when the screen changes. */
  readonly title: ComponentChildren;
}

/** The screens of the first run, in order; each is the hash of its address, so that back and reload work. */
export const SCREENS = ['about', 'choices', 'practice'] as const;
export type Screen = (typeof SCREENS)[number];

/** The screen of an address; the first one where it names none. */
export function screenOf(hash: string): Screen {
  return SCREENS.find((screen) => `#${screen}` === hash) ?? 'about';
}

export function afterScreen(screen: Screen): Screen | undefined {
  return SCREENS[SCREENS.indexOf(screen) + 1];
}

export function beforeScreen(screen: Screen): Screen | undefined {
  return SCREENS[SCREENS.indexOf(screen) - 1];
}

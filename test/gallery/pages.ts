import { LOG_PAGE } from './log-states.ts';
import { ANY_PAGE, OFFICER_PAGES, PRACTICE_PAGE, REMINDER, WELCOME_PAGE } from './other-states.ts';
import { POPUP_PAGE } from './popup-states.ts';
import { RULES_PAGE } from './rules-states.ts';
import { SETTINGS_PAGE } from './settings-states.ts';
import type { GalleryPage } from './state.ts';

/** Every page of the extension in every state that a person may see, but for the question of a small frame. */
export const GALLERY: readonly GalleryPage[] = [
  REMINDER,
  WELCOME_PAGE,
  POPUP_PAGE,
  SETTINGS_PAGE,
  LOG_PAGE,
  RULES_PAGE,
  PRACTICE_PAGE,
  OFFICER_PAGES,
  ANY_PAGE,
];

import { browser } from '../shared/browser.ts';
import { answerMessages } from '../shared/messages.ts';
import { createListener } from './handlers.ts';
import { onInstalled, onStartup } from './install.ts';
import { createLogKey } from './log-key.ts';
import { createLogStore } from './log-store.ts';
import { takePolicy } from './policy.ts';

const now = () => Date.now();
const log = createLogStore(createLogKey(), now);

// Synchronously at top level: a worker that wakes for an event gets it only if the listener exists by then.
answerMessages(createListener(log, now));
browser.runtime.onInstalled.addListener((details) => void onInstalled(details, log));
// Chromium tells when a policy changes; Firefox reads one at its start only.
browser.storage.onChanged.addListener((_changes, area) => {
  if (area === 'managed') void takePolicy();
});
void takePolicy();
browser.runtime.onStartup.addListener(() => void onStartup(log));

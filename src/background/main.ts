import { browser } from '../shared/browser.ts';
import { answerMessages } from '../shared/messages.ts';
import { alone } from './gate.ts';
import { createListener } from './handlers.ts';
import { onInstalled, onStartup } from './install.ts';
import { IDLE_ALARM } from './log/log-lock.ts';
import { createLogStore } from './log/log-store.ts';
import { CHECK_ALARM, checkSources } from './packs/check-sources.ts';
import { restatedSources } from './packs/pack-sources.ts';
import { POLICY_ALARM, takePolicy, takePolicyAtLast } from './policy.ts';
import { publish } from './publish.ts';
import { resumeWipe } from './wipe.ts';

const now = () => Date.now();
const log = createLogStore(now);

// Synchronously at top level: a worker that wakes for an event gets it only if the listener exists by then.
answerMessages(createListener(log, now));
browser.runtime.onInstalled.addListener((details) => void onInstalled(details, log));
browser.storage.onChanged.addListener((changes, area) => {
  // Chromium tells when a policy changes; Firefox reads one at its start only.
  if (area === 'managed') takePolicy(log, 'believed').catch(() => undefined);
  if (area === 'local' && changes.policy)
    checkSources(now, restatedSources(changes.policy)).catch(() => undefined);
});
browser.runtime.onStartup.addListener(() => void onStartup(log));
browser.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === IDLE_ALARM) log.lockIfIdle().catch(() => undefined);
  if (alarm.name === POLICY_ALARM) takePolicyAtLast(log, alarm, now()).catch(() => undefined);
  if (alarm.name === CHECK_ALARM) checkSources(now).catch(() => undefined);
});
// Before anything else that writes. The rules may have gone with the rest.
alone(resumeWipe)
  .then((resumed) => (resumed ? publish() : undefined))
  .then(() => takePolicy(log))
  // Also where an alarm was lost: Firefox keeps none over a restart.
  .then(() => checkSources(now))
  .catch(() => undefined);

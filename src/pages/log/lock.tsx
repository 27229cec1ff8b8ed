import { useId, useState } from 'preact/hooks';
import { PASSPHRASE_LENGTH } from '../../core/log/log.ts';
import { usePage } from '../parts/frame.tsx';
import { Icon } from '../parts/icon.tsx';
import { Notice } from '../parts/notice.tsx';
import type { TextKey } from '../texts.ts';

interface SecretFieldProps {
  readonly name: string;
  readonly value: string;
  readonly isNew: boolean;
  readonly fault: string;
  onChange(value: string): void;
}

function SecretField({ name, value, isNew, fault, onChange }: SecretFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{name}</label>
      <input
        type="password"
        id={id}
        value={value}
        maxLength={PASSPHRASE_LENGTH.most}
        autocomplete={isNew ? 'new-password' : 'current-password'}
        aria-invalid={fault !== ''}
        aria-describedby={`${id}-fault`}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <p role="alert" class="fault" id={`${id}-fault`}>
        {fault}
      </p>
    </div>
  );
}

interface SetLockProps {
  /** Rejects when it could not be set. */
  set(passphrase: string): Promise<void>;
}

/** No lock is set: what one does, and the passphrase twice. */
export function SetLock({ set }: SetLockProps) {
  const { texts } = usePage();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [fault, setFault] = useState<'short' | 'differs' | 'failed'>();
  const [working, setWorking] = useState(false);
  const submit = (event: Event) => {
    event.preventDefault();
    if (working) return;
    if (passphrase.length < PASSPHRASE_LENGTH.least) return setFault('short');
    if (passphrase !== again) return setFault('differs');
    setFault(undefined);
    setWorking(true);
    set(passphrase).catch(() => {
      setFault('failed');
      setWorking(false);
    });
  };
  const say = (one: typeof fault, key: TextKey) =>
    fault === one ? texts.say(key, { least: texts.number(PASSPHRASE_LENGTH.least) }) : '';
  return (
    <section class="card block" aria-labelledby="lock-title">
      <h2 id="lock-title">{texts.say('log.lock.title')}</h2>
      <p>{texts.say('log.lock.lead')}</p>
      <Notice kind="remark" text={texts.say('log.lock.forgotten')} />
      <form class="secret" onSubmit={submit}>
        <SecretField
          name={texts.say('log.lock.passphrase')}
          value={passphrase}
          isNew={true}
          fault={say('short', 'log.lock.short')}
          onChange={setPassphrase}
        />
        <SecretField
          name={texts.say('log.lock.again')}
          value={again}
          isNew={true}
          fault={say('differs', 'log.lock.differs') || say('failed', 'log.lock.failed')}
          onChange={setAgain}
        />
        <button type="submit" class="button button-main" aria-disabled={working}>
          {texts.say(working ? 'log.lock.working' : 'log.lock.set')}
        </button>
      </form>
    </section>
  );
}

interface OpenLockProps {
  onClose(): void;
  onRemove(): void;
}

/** The log is open under a lock. */
export function OpenLock({ onClose, onRemove }: OpenLockProps) {
  const { texts } = usePage();
  return (
    <section class="card block" aria-labelledby="lock-title">
      <h2 id="lock-title">{texts.say('log.lock.open-title')}</h2>
      <p>{texts.say('log.lock.open-lead')}</p>
      <div class="buttons">
        <button type="button" class="button button-main" onClick={onClose}>
          {texts.say('log.lock.close')}
        </button>
        <button type="button" class="button" onClick={onRemove}>
          {texts.say('log.lock.remove')}
        </button>
      </div>
    </section>
  );
}

interface LockedProps {
  readonly rows: number;
  /** False: the passphrase is wrong. Rejects when it could not be tried. */
  open(passphrase: string): Promise<boolean>;
  onForgotten(): void;
}

/** The log is locked: nothing is shown but how many rows there are. */
export function Locked({ rows, open, onForgotten }: LockedProps) {
  const { texts } = usePage();
  const [passphrase, setPassphrase] = useState('');
  const [fault, setFault] = useState<'wrong' | 'failed'>();
  const [working, setWorking] = useState(false);
  const submit = (event: Event) => {
    event.preventDefault();
    if (working) return;
    setFault(undefined);
    setWorking(true);
    open(passphrase).then(
      (opened) => {
        setWorking(false);
        if (!opened) setFault('wrong');
      },
      () => {
        setWorking(false);
        setFault('failed');
      },
    );
  };
  return (
    <section class="card block locked" aria-labelledby="locked-title">
      <h2 id="locked-title">
        <Icon name="lock" /> {texts.say('log.locked.title')}
      </h2>
      <p>{texts.count('log.locked.rows', rows)}</p>
      <form class="secret" onSubmit={submit}>
        <SecretField
          name={texts.say('log.lock.passphrase')}
          value={passphrase}
          isNew={false}
          fault={fault === undefined ? '' : texts.say(`log.locked.${fault}`)}
          onChange={setPassphrase}
        />
        <button type="submit" class="button button-main" aria-disabled={working}>
          {texts.say(working ? 'log.locked.working' : 'log.locked.open')}
        </button>
      </form>
      <div class="deletion">
        <p>{texts.say('log.locked.forgotten')}</p>
        <button type="button" class="button button-grave" onClick={onForgotten}>
          {texts.say('log.clear.button')}
        </button>
      </div>
    </section>
  );
}

import { FaultText } from './fault-text.tsx';
import { TextInput } from './fields.tsx';
import { useForm } from './form-context.ts';
import { hasHost } from './form-value.ts';
import { useWords } from './words.ts';

/** The agency's own server, asked for only when a browser installs from there. */
export function HostPart() {
  const say = useWords();
  const { form, faults } = useForm();
  if (!hasHost(form)) return null;
  const fields = [
    ['folder', say('host.folder'), say('host.folderNote')],
    ['version', say('host.version'), say('host.versionNote')],
    ['chromiumSha256', say('host.chromiumSha256'), say('host.sha256Note', { file: '.crx' })],
    ['firefoxSha256', say('host.firefoxSha256'), say('host.sha256Note', { file: '.xpi' })],
  ] as const;
  return (
    <section class="card" aria-labelledby="host-title">
      <h2 id="host-title">{say('host.title')}</h2>
      <p class="soft">{say('host.note')}</p>
      <FaultText id="host-fault" faults={faults.filter(({ place }) => place === 'host')} />
      <div class="fields">
        {fields.map(([key, label, note]) => (
          <TextInput key={key} label={label} note={note} place={['host', key]} isWide={key !== 'version'} />
        ))}
      </div>
    </section>
  );
}

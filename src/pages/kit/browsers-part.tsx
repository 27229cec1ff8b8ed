import { BROWSERS, KIT_BROWSERS, type KitBrowser } from '../../core/kit/browsers.ts';
import { ChoiceInput, TextInput } from './fields.tsx';
import { useForm } from './form-context.ts';
import { valueAt } from './form-value.ts';
import { type KitPageKey, useWords } from './words.ts';

const INSTALLS = {
  chrome: ['store', 'self', 'none'],
  edge: ['store', 'chrome-store', 'self', 'none'],
  firefox: ['store', 'self', 'none'],
} as const satisfies Readonly<Record<KitBrowser, readonly string[]>>;

/** From where each browser takes the extension, and under which id it knows it. */
export function BrowsersPart() {
  const say = useWords();
  const { form } = useForm();
  const idNote = (browser: KitBrowser): KitPageKey => {
    if (browser === 'firefox') return 'browser.idNoteFirefox';
    const isEdgeStore = browser === 'edge' && valueAt(form, ['edge', 'install']) === 'store';
    return isEdgeStore ? 'browser.idNoteEdge' : 'browser.idNote';
  };
  return (
    <section class="card" aria-labelledby="browsers-title">
      <h2 id="browsers-title">{say('browsers.title')}</h2>
      <p class="soft">{say('browsers.note')}</p>
      {KIT_BROWSERS.map((browser) => (
        <fieldset class="browser" key={browser}>
          <legend>{BROWSERS[browser].name}</legend>
          <div class="fields">
            <ChoiceInput
              label={say('browser.install')}
              note={say('browser.installNote')}
              place={[browser, 'install']}
              choices={INSTALLS[browser].map((install) => [install, say(`install.${install}`)] as const)}
            />
            <TextInput label={say('browser.id')} note={say(idNote(browser))} place={[browser, 'id']} />
          </div>
        </fieldset>
      ))}
    </section>
  );
}

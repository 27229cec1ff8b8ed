import { BROWSERS, installEntry, KIT_BROWSERS, packageName } from './browsers.ts';
import type { KitForm } from './form.ts';
import { type Block, code, heading, htmlPage, points, steps, table, text } from './html-page.ts';
import type { KitWords } from './words.ts';

/** Files by what they are for; `paths` are those of the kit, so that the guide names nothing that is not there. */
export interface KitContents {
  readonly paths: ReadonlySet<string>;
}

/** Steps about the policies that install, which a kit without installation does not have. */
const ONLY_TO_INSTALL: ReadonlySet<string> = new Set(['guide.before.3', 'guide.group-policy.5']);
/** The one place that policies of others share: Firefox reads a single file. */
const SHARED = 'policies.json';

/** The step-by-step for the people who roll it out, with the values of the form filled in. */
export function guidePage(language: string, form: KitForm, words: KitWords, { paths }: KitContents): string {
  const has = (start: string): boolean => [...paths].some((path) => path.startsWith(start));
  const installs = KIT_BROWSERS.some((browser) => form[browser].install !== 'none');
  const numbered = (prefix: string, values: Readonly<Record<string, string>> = {}): string[] => {
    const texts: string[] = [];
    // The last one has no successor: a missing text ends the list.
    for (let at = 1; words.has(`${prefix}.${at}`); at += 1)
      if (installs || !ONLY_TO_INSTALL.has(`${prefix}.${at}`)) texts.push(words(`${prefix}.${at}`, values));
    return texts;
  };
  const self = KIT_BROWSERS.filter((browser) => form[browser].install === 'self');
  const fetched = (form.policy.packSources ?? []).some(({ url }) => url.startsWith('https:'));
  const section = (key: string, ...blocks: readonly Block[]): Block[] => [
    heading(words(`guide.${key}`)),
    ...blocks,
  ];

  return htmlPage(language, words('guide.title', { agency: form.agency }), [
    text(words('guide.intro', { agency: form.agency })),
    ...(form.contact === '' ? [] : [text(words('guide.contact', { contact: form.contact }))]),
    ...section(
      'values',
      table([words('guide.key'), words('guide.value'), words('guide.meaning')], valueRows(form, words)),
      text(words('guide.ratchet')),
    ),
    ...section(
      'install',
      table(
        [words('guide.browser'), words('guide.extension'), words('guide.source')],
        KIT_BROWSERS.map((browser) => {
          const entry = installEntry(browser, form);
          return [
            BROWSERS[browser].name,
            `\`${form[browser].id}\``,
            entry ? String(entry.update_url ?? entry.install_url) : words('guide.by-hand'),
          ];
        }),
      ),
      ...(self.length > 0 ? [text(words('guide.joined'))] : []),
    ),
    ...section('before', steps(numbered('guide.before'))),
    ...(has('windows/')
      ? [
          ...section('windows-one', steps(numbered('guide.windows-one'))),
          ...section('group-policy', steps(numbered('guide.group-policy'))),
          ...section('intune', steps(numbered('guide.intune'))),
        ]
      : [text(words('guide.no-windows'))]),
    ...section('linux', code(linuxCommands(paths, words)), points(numbered('guide.linux'))),
    ...section('macos', steps(numbered('guide.macos'))),
    ...section('firefox', steps(numbered('guide.firefox', { id: form.firefox.id }))),
    ...(form.host && self.length > 0
      ? section(
          'host',
          steps(
            numbered('guide.host', {
              folder: form.host.folder,
              crx: packageName(form.host, 'crx'),
              xpi: packageName(form.host, 'xpi'),
            }),
          ),
        )
      : []),
    ...(fetched ? section('lists', steps(numbered('guide.lists'))) : []),
    ...section('check', steps(numbered('guide.check'))),
    ...section('remove', code(linuxRemoval(paths, words)), steps(numbered('guide.remove'))),
    ...section('see', points(numbered('guide.see'))),
  ]);
}

function valueRows(form: KitForm, words: KitWords): string[][] {
  const rows = Object.entries(form.policy).map(([key, value]) => {
    const shown =
      key === 'maxLogLevel'
        ? words(`admx.level.${value}`)
        : typeof value === 'boolean'
          ? words(`admx.boolean.${Number(value)}`)
          : Array.isArray(value)
            ? words('guide.entries', { count: String(value.length) })
            : String(value);
    return [`\`${key}\``, shown, words(`key.${key}`)];
  });
  const sources = (form.policy.packSources ?? []).map(({ url, packId }) => [
    `\`packSources\` ${packId}`,
    url.startsWith('https:') ? url : words('guide.embedded'),
    words('guide.one-source'),
  ]);
  return [...rows, ...sources];
}

/** Files of the kit that a Linux computer gets, each with its place there. */
function linuxFiles(paths: ReadonlySet<string>) {
  return [...paths]
    .filter((path) => path.startsWith('linux/'))
    .map((path) => {
      const target = path.slice('linux'.length);
      const slash = target.lastIndexOf('/');
      return { path, target, folder: target.slice(0, slash), isShared: target.slice(slash + 1) === SHARED };
    });
}

/**
 * A file with a name of our own is replaced, or a later kit would never arrive. One that may hold policies of others is not,
 * and the command says so.
 */
function linuxCommands(paths: ReadonlySet<string>, words: KitWords): string {
  return linuxFiles(paths)
    .map(({ path, target, folder, isShared }) => {
      const copy = `sudo mkdir -p ${folder} && sudo cp ${path} ${target}`;
      if (!isShared) return copy;
      return `if [ -e ${target} ]; then echo "${words('guide.linux-exists', { file: target })}"; else ${copy}; fi`;
    })
    .join('\n');
}

/** The way back of the same files. One that may hold policies of others goes only while it is the one of this kit. */
function linuxRemoval(paths: ReadonlySet<string>, words: KitWords): string {
  return linuxFiles(paths)
    .map(({ path, target, isShared }) => {
      if (!isShared) return `sudo rm -f ${target}`;
      const kept = `if [ -e ${target} ]; then echo "${words('guide.linux-kept', { file: target })}"; fi`;
      return `if cmp -s ${path} ${target}; then sudo rm ${target}; else ${kept}; fi`;
    })
    .join('\n');
}

import { neutralAccountsOf, neutralSourceOf } from '../pack/neutral-accounts.ts';
import type { Pack } from '../pack/pack.ts';
import { termOf } from '../pack-table/pack-table-collisions.ts';
import { error, type LintIssue } from './pack-lint-issue.ts';

/** How handles of authorities begin; what they say is no campaign, whoever holds the office. */
const OFFICIAL =
  /^(?:official)?(?:kpu|bawaslu|panwaslu|dkpp|kasn|bkn|bkd|bkpsdm|kemen|setneg|setkab|pemprov|pemkab|pemkot|pemda|diskominfo|kominfo|humas|dprd|dprri|polres|polda|polri|polsek|kodim|korem|tni|bappeda|dinas|kesbangpol|inspektorat|setda|satpolpp|rsud|prokopim|korpri)/;
const PRESS =
  /(?:news|kompas|detik|tempo|tribun|antara|cnn|tvone|metrotv|liputan6|okezone|sindo|jpnn|republika|suaracom|merdeka|kumparan|idntimes|narasi|rri|tvri|radio|koran|redaksi)/;

/** Campaign accounts that are those of an authority or of the press, by the packs beside it or by how they begin. */
export function lintAccounts(pack: Pack, beside: readonly Pack[]): LintIssue[] {
  const known = neutralAccountsOf([...beside.filter(({ id }) => id !== pack.id), pack]);
  return [
    ...pack.entities.flatMap(({ id, name, accounts }, index) =>
      accounts.flatMap(({ handle }, at): LintIssue[] => {
        const letters = handle.toLowerCase().replace(/[._]/g, '');
        const kind =
          neutralSourceOf({ handle }, known) ??
          byName(letters, known) ??
          (OFFICIAL.test(letters) ? 'official' : PRESS.test(letters) ? 'press' : null);
        return kind === null
          ? []
          : [error(`account-${kind}`, ['entities', index, 'accounts', at], id, { text: `@${handle}`, name })];
      }),
    ),
    ...neutralOnesOfCandidates(pack),
  ];
}

/** "@antaranews": names of media and offices without their spaces. */
function byName(letters: string, known: ReturnType<typeof neutralAccountsOf>): 'official' | 'press' | null {
  const found = known.find(
    ({ names, handles }) =>
      handles.includes(letters) || names.some((name) => name.replace(/ /g, '') === letters),
  );
  return found?.kind ?? null;
}

/** Nobody's campaign account may be called neutral: then its posts would remind of nothing. */
function neutralOnesOfCandidates({ neutralAccounts = [], entities }: Pack): LintIssue[] {
  const owners = new Map<string, Pack['entities'][number]>(
    entities.flatMap((entity) => [
      ...[entity.name, ...entity.aliases.map(({ text }) => text)].map(
        (text) => [`name ${termOf(text)}`, entity] as const,
      ),
      ...entity.accounts.map(({ site, handle }) => [`${site} ${handle.toLowerCase()}`, entity] as const),
    ]),
  );
  return neutralAccounts.flatMap(({ id, names, accounts }, index): LintIssue[] => {
    const keys = [
      ...names.map((text) => `name ${termOf(text)}`),
      ...accounts.map(({ site, handle }) => `${site} ${handle.toLowerCase()}`),
    ];
    const owner = keys.map((key) => owners.get(key)).find((one) => one !== undefined);
    return owner
      ? [
          error('neutral-campaigns', ['neutralAccounts', index], id, {
            name: owner.name,
            text: names[0] ?? '',
          }),
        ]
      : [];
  });
}

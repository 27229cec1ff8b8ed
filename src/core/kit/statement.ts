import type { KitForm } from './form.ts';
import { htmlPage, points, text } from './html-page.ts';
import type { KitWords } from './words.ts';

/** *Pernyataan untuk Instansi*: what the agency will not do with the logs of its people. To print and sign. */
export function statementPage(language: string, form: KitForm, words: KitWords): string {
  const values = { agency: form.agency };
  const numbered = (prefix: string, count: number): string[] =>
    Array.from({ length: count }, (_, at) => words(`${prefix}.${at + 1}`, values));
  const level = form.policy.maxLogLevel;
  return htmlPage(language, words('statement.title'), [
    text(words('statement.who', values)),
    points(numbered('statement.promise', 6)),
    text(words('statement.may')),
    points(numbered('statement.may', 3)),
    text(
      level === 0
        ? words('statement.level.none')
        : words('statement.level.other', {
            level: words(level === undefined ? 'statement.level.free' : `admx.level.${level}`),
          }),
    ),
    text(words('statement.end')),
    text(words('statement.place')),
    text(words('statement.sign', values)),
  ]);
}

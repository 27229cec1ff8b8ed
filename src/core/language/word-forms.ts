const SUFFIXES = ['', 'lah', 'in', 'kan', 'no', 'ke', 'ken', 'en', 'keun', 'i', 'ku', 'nya', 'an'];
const PREFIXES = ['', 'di', 'ku', 'tak', 'ter', 'ta'];

/** A stem whose first sound has melted into the prefix: "pilih" is "milih", "dukung" is "ndukung". */
function nasalised(stem: string): readonly string[] {
  const first = stem[0] ?? '';
  if (first === 'p') return [`m${stem.slice(1)}`];
  if (first === 's') return [`ny${stem.slice(1)}`];
  if (first === 'c') return [`n${stem}`, `ny${stem.slice(1)}`];
  return 'dj'.includes(first) ? [`n${stem}`] : [stem];
}

/**
 * Forms in which Indonesian and its sister languages write a verb: "dukung" gives "mendukung", "didukung", "ndukung",
 * "ngadukung", "mandukung", "dukunglah", "dukungin" and so on. Forms that nobody uses are among them; they do no harm.
 */
export function formsOf(stem: string): readonly string[] {
  const stems = PREFIXES.map((prefix) => prefix + stem);
  for (const melted of nasalised(stem)) {
    stems.push(melted, `me${melted}`, `ma${melted}`, `nge${stem}`, `nga${stem}`, `nge${melted}`);
  }
  return stems.flatMap((form) => SUFFIXES.map((suffix) => form + suffix));
}

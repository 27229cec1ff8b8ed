/**
 * Columns of a spreadsheet of candidates, and the headings by which people know them. The first heading of each
 * language is the one that templates and exports write; the others are those of agencies and of published data.
 */
const HEADINGS = {
  contest: ['pemilihan | nama pemilihan | kontestasi | acara', 'contest | election | name of contest'],
  kind: ['jenis | jenis pemilihan', 'kind | type | kind of contest'],
  year: ['tahun | tahun pemilihan', 'year'],
  region: [
    'wilayah | daerah | kabupaten | kota | kabupaten/kota | kab/kota | kabkota | dapil | daerah pemilihan',
    'region | district | regency | city | constituency | electoral district',
  ],
  province: ['provinsi | propinsi', 'province'],
  number: [
    'nomor urut | no urut | no. urut | nomor paslon | no paslon | nomor',
    'ballot number | ballot no | number | no',
  ],
  name: [
    'nama | nama paslon | pasangan calon | paslon | nama pasangan calon | nama calon | nama caleg | caleg',
    'name | ticket | candidate | name on ballot | pair',
  ],
  first: [
    'calon | calon bupati | calon wali kota | calon walikota | calon gubernur | calon presiden | cabup | cawalkot | cagub | capres | cakada | kepala daerah | cakada on ballot | cagub on ballot',
    'first candidate | head candidate | candidate for regent | candidate for mayor | candidate for governor | candidate for president',
  ],
  second: [
    'wakil | calon wakil | calon wakil bupati | calon wakil wali kota | calon wakil walikota | calon wakil gubernur | calon wakil presiden | cawabup | cawawalkot | cawagub | cawapres | cawakada | cawakada on ballot | cawagub on ballot',
    'second candidate | running mate | deputy | candidate for deputy',
  ],
  firstAliases: ['panggilan calon | alias calon', 'names of first candidate | aliases of first candidate'],
  secondAliases: [
    'panggilan wakil | alias wakil | panggilan calon wakil',
    'names of second candidate | aliases of second candidate',
  ],
  party: ['partai | nama partai | partai politik', 'party | name of party'],
  partyNumber: ['nomor partai | no partai | nomor urut partai', 'party number | party no'],
  listNumber: ['nomor urut caleg | nomor caleg | nomor daftar', 'list number | list no'],
  role: ['peran', 'role'],
  aliases: [
    'alias | panggilan | nama panggilan | nama lain | sebutan | singkatan | aliases verified',
    'aliases | nicknames | other names',
  ],
  hashtags: ['tagar | hashtag', 'hashtags'],
  slogans: ['slogan | semboyan | jargon | tagline', 'slogans'],
  accounts: ['akun | akun media sosial | akun medsos', 'accounts | social media accounts'],
  poses: ['pose | gestur | salam | simbol tangan', 'poses | gestures'],
  prospective: ['tahap bakal calon | bakal calon', 'prospective phase | prospective'],
  fixed: ['tahap penetapan | penetapan', 'fixed phase | fixed'],
  campaign: ['tahap kampanye | kampanye | masa kampanye', 'campaign phase | campaign'],
  quiet: ['tahap masa tenang | masa tenang', 'quiet phase | quiet'],
  vote: [
    'tahap pemungutan suara | pemungutan suara | hari pemungutan suara',
    'vote phase | vote | voting day',
  ],
  after: ['tahap sesudah | sesudah | setelah pemungutan suara', 'after phase | after'],
  source: ['sumber', 'source | sources'],
  confidence: ['keyakinan | tingkat keyakinan', 'confidence'],
  match: ['contoh harus terdeteksi | contoh cocok | contoh positif', 'examples to find | examples match'],
  ignore: [
    'contoh harus dibiarkan | contoh abaikan | contoh negatif',
    'examples to leave alone | examples ignore',
  ],
  emptyColumn: ['kolom kosong | kotak kosong', 'empty column | is empty column'],
} as const;

export type TableColumn = keyof typeof HEADINGS;

/** In the order in which templates and exports write them. */
export const TABLE_COLUMNS = Object.keys(HEADINGS) as readonly TableColumn[];

export type TableLanguage = 'id' | 'en';

const known = new Map<string, TableColumn>();
const shown = new Map<TableColumn, Readonly<Record<TableLanguage, string>>>();
for (const column of TABLE_COLUMNS) {
  const [id, en] = HEADINGS[column].map((names) => names.split(' | '));
  shown.set(column, { id: id?.[0] ?? column, en: en?.[0] ?? column });
  for (const name of [...(id ?? []), ...(en ?? [])]) known.set(foldHeading(name), column);
}

/** Heading of a column as templates write it. */
export function headingOf(column: TableColumn, language: TableLanguage): string {
  return shown.get(column)?.[language] ?? column;
}

/** Which column a heading means, in either language, whatever its case and signs; undefined for any other. */
export function columnOf(heading: string): TableColumn | undefined {
  return heading.length > 80 ? undefined : known.get(foldHeading(heading));
}

/** What follows a heading in brackets explains it: "Alias (pisahkan dengan ;)". */
function foldHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*$/s, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Letters of a column as spreadsheets write them: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

import { type HelpInLanguages, helpText } from './help.ts';
import { builtInPackIds } from './packs.ts';
import type { CommandLanguage } from './speech.ts';

/** Help of the commands outside of `pack`, made when it is asked for: it names the packs that are there. */
export function matchHelp(): HelpInLanguages {
  const known = builtInPackIds().join(', ');
  return {
    id: {
      usage: `match [--pack BERKAS|ID]... [--date YYYY-MM-DD | --any-stage] [--region NAMA] [--explain] \\
      < kiriman.jsonl > hasil.jsonl`,
      text: `  Membaca satu kiriman per baris dan menulis satu hasil per baris, dengan urutan yang sama.
  Masukan:  {"id","text","author"?,"alts"?:[],"own"?,"action"?}   kunci lain diabaikan
  Keluaran: {"id","level":"none"|"hint"|"remind","findings":[{"entity","kind","text","start","end"}]}
            hint: menyebut hal pemilu. remind: ada tanda kampanye, dukungan, atau serangan.
            start dan end dihitung dalam satuan UTF-16 di "text". Temuan di bagian lain menyebut "field" (author, own,
            alts; alts juga "index"), dan dihitung di sana. Tingkat none tidak punya temuan.
  Baris yang tidak sah (atau kosong) disebut di stderr, mendapat "level":"error", dan kode keluarnya menjadi 2.
  --pack BERKAS|ID   paket aturan, berkas atau id yang bawaan; boleh diulang. Tanpa ini: semua paket bawaan
                     (${known})
  --date YYYY-MM-DD  hanya pemilihan yang berlangsung pada hari itu. Tanpa ini setiap pemilihan dihitung
  --any-stage        setiap pemilihan dihitung, kapan pun; sama dengan tanpa --date
  --region NAMA      hanya pemilihan di daerah ini, dan yang nasional
  --explain          menambah pada setiap temuan "title" (entrinya), "contest", "variant" (exact, stretched, digits,
                     numbered, affixed, spaced, joined, misspelt) dan "signal" (campaign, subject, supporting)
`,
    },
    en: {
      usage: `match [--pack FILE|ID]... [--date YYYY-MM-DD | --any-stage] [--region NAME] [--explain] \\
      < posts.jsonl > verdicts.jsonl`,
      text: `  Reads one post per line, writes one verdict per line, in order.
  Input:   {"id","text","author"?,"alts"?:[],"own"?,"action"?}   other keys are ignored
  Output:  {"id","level":"none"|"hint"|"remind","findings":[{"entity","kind","text","start","end"}]}
           hint: an electoral subject is named. remind: there is a campaign cue, support or attack.
           start and end are UTF-16 offsets into "text". A finding in another field has "field" too (author, own,
           alts; alts with "index"), and its offsets count there. Level none has no findings.
  A line that is not valid (or empty) is named on stderr, gives "level":"error", and makes the exit code 2.
  --pack FILE|ID     rule pack, a file or a built-in id; repeatable. Default: all built-in packs
                     (${known})
  --date YYYY-MM-DD  only contests that are running on that day count. Default: every contest counts
  --any-stage        every contest counts, whatever the date; the default, said aloud
  --region NAME      only contests of this region, and national ones, count
  --explain          adds to each finding "title" (of the entry), "contest", "variant" (exact, stretched, digits,
                     numbered, affixed, spaced, joined, misspelt) and "signal" (campaign, subject, supporting)
`,
    },
  };
}

export function inspectHelp(): HelpInLanguages {
  return {
    id: {
      usage: 'inspect [--url ALAMAT] halaman.html|halaman.mhtml|laporan.json',
      text: `  Menjalankan pembaca situs pada halaman yang disimpan, atau pada laporan struktur yang disalin dari popup, dan
  mencetak yang ditemukannya sebagai JSON.
  --url ALAMAT       alamat halaman itu, kalau berkasnya tidak menyebut alamat; untuk laporan selalu perlu
`,
    },
    en: {
      usage: 'inspect [--url URL] page.html|page.mhtml|report.json',
      text: `  Runs the site adapter on a saved page, or on a structure report that the popup copied, and prints what it
  finds as JSON.
  --url URL          address of the page, where its file names none; a report always needs it
`,
    },
  };
}

const HEAD: Readonly<Record<CommandLanguage, string>> = {
  id: `jaga-netral: aturan Jaga Netral di baris perintah

jaga-netral match|inspect|pack … [--language id|en]
jaga-netral --help | --version
  --language id|en   bahasa dari yang dicetak perintah; tanpa ini bahasa sistem
`,
  en: `jaga-netral: the rules of Jaga Netral on the command line

jaga-netral match|inspect|pack … [--language id|en]
jaga-netral --help | --version
  --language id|en   what a command prints is in this language; without it in that of the system
`,
};

const END: Readonly<Record<CommandLanguage, string>> = {
  id: `pack new|import|lint|test|diff|keys|sign|verify|recover|kit …
  Menyusun, menguji, menandatangani, dan membagikan paket aturan: jaga-netral pack --help

Kode keluar: 0 selesai, 1 kesalahan di dalam, 2 panggilan keliru atau masukan yang tidak sah.
`,
  en: `pack new|import|lint|test|diff|keys|sign|verify|recover|kit …
  Make, prove, sign and hand out rule packs: jaga-netral pack --help

Exit codes: 0 done, 1 internal fault, 2 wrong call or invalid input.
`,
};

/** Of the whole command line. */
export function commandHelp(language: CommandLanguage): string {
  const commands = [matchHelp(), inspectHelp()].map((help) => helpText(help[language]));
  return [HEAD[language], ...commands, END[language]].join('\n');
}

import { MAX_SIGNATURES as MOST } from '../../core/pack/signed-pack.ts';
import { TEMPLATE_KINDS } from '../../core/pack-table/pack-table-template.ts';
import { type HelpInLanguages, helpText } from '../help.ts';
import type { CommandLanguage } from '../speech.ts';

const KINDS = TEMPLATE_KINDS.join('|');

export const PACK_COMMANDS = [
  'new',
  'import',
  'lint',
  'test',
  'diff',
  'keys',
  'sign',
  'verify',
  'recover',
  'kit',
] as const;
export type PackCommandName = (typeof PACK_COMMANDS)[number];

const HELP: Readonly<Record<PackCommandName, HelpInLanguages>> = {
  new: {
    id: {
      usage: `pack new --out BERKAS.csv|BERKAS.json [--kind ${KINDS}] [--region NAMA] [--year TAHUN]
       [--tickets N]`,
      text: `  Menulis templat: lembar kerja (CSV) atau paket (JSON) untuk satu pemilihan. Yang harus diisi diawali ISI; "pack lint"
  menanyakannya satu per satu. Bawaan: regent (bupati), tahun depan, 3 pasangan calon.
`,
    },
    en: {
      usage: `pack new --out FILE.csv|FILE.json [--kind ${KINDS}] [--region NAME] [--year YEAR]
       [--tickets N]`,
      text: `  Writes a template: a spreadsheet (CSV) or a pack (JSON) for one contest. What is to be filled in begins with
  ISI (FILL IN); "pack lint" asks for each of them. Default: regent, next year, 3 tickets.
`,
    },
  },
  import: {
    id: {
      usage: `pack import BERKAS.csv|BERKAS.xlsx --out PAKET.json [--id ID] [--title TEKS] [--version TEKS] [--kind JENIS]
          [--year TAHUN] [--region NAMA] [--source TEKS]`,
      text: `  Membuat paket dari lembar kerja dengan judul kolom Indonesia atau Inggris (docs/packs.md). Setiap kesalahan menyebut
  lembar, baris, dan kolom; kalau ada kesalahan tidak ada yang ditulis, kode keluar 2. Nama yang dimiliki beberapa entri
  didaftar. Opsi mengisi yang tidak ada di berkas: jenis, tahun, wilayah, sumber.
`,
    },
    en: {
      usage: `pack import FILE.csv|FILE.xlsx --out PACK.json [--id ID] [--title TEXT] [--version TEXT] [--kind KIND]
          [--year YEAR] [--region NAME] [--source TEXT]`,
      text: `  Makes a pack of a spreadsheet with Indonesian or English headings (docs/packs.md). Each fault names sheet, row
  and column; with a fault nothing is written, exit 2. Names that several entries bear are listed.
  The options say what the file does not: its kind, year, region, source.
`,
    },
  },
  lint: {
    id: {
      usage: 'pack lint BERKAS.json|BERKAS.csv|BERKAS.xlsx [--beside PAKET]...',
      text: `  Menyebut apa yang salah pada paket, atau pada paket dari sebuah lembar kerja: setiap kesalahan dengan barisnya dan cara
  memperbaikinya. --beside menyebut paket lain yang akan dipasang bersama: id-nya, dan akun pers dan lembaga di dalamnya.
  Kode keluar 0: tanpa kesalahan, mungkin ada saran. 2: ada kesalahan.
`,
    },
    en: {
      usage: 'pack lint FILE.json|FILE.csv|FILE.xlsx [--beside PACK]...',
      text: `  Says what is wrong with a pack, or with the pack that a spreadsheet makes: each fault with its line (or row) and
  how to mend it. --beside names other packs that it is to stand beside: their ids, and the accounts of press and
  authorities in them. Exit 0: no errors, there may be advice. Exit 2: errors.
`,
    },
  },
  test: {
    id: {
      usage: 'pack test BERKAS [--corpus KIRIMAN.jsonl]... [--beside PAKET]... [--top N]',
      text: `  Menguji contoh di dalam paket, lalu setiap kumpulan kiriman, dan mencetak berapa yang dikenali, berapa yang keliru, dan,
  untuk setiap yang luput atau keliru, apa yang dikenali. Satu baris: {"text","author"?,"own"?,"alts"?,"expect"?};
  "expect" diisi "remind", "hint", atau "none", atau true (pengingat) atau false (tidak ada); "level" juga diterima.
  Tanpa itu hanya dihitung berapa kiriman yang akan diingatkan. Paket general ikut serta, dan --beside menambah yang lain.
  Kode keluar 0: semua contoh sesuai. 2: ada yang tidak, atau ada baris yang tidak sah.
`,
    },
    en: {
      usage: 'pack test FILE [--corpus POSTS.jsonl]... [--beside PACK]... [--top N]',
      text: `  Runs the examples that a pack carries, then each corpus, and prints recall, alarm rate and, for each miss and
  alarm, what was found. A line of a corpus is {"text","author"?,"own"?,"alts"?,"expect"?}; "expect" is "remind",
  "hint" or "none", or true (a reminder) or false (nothing); "level" is taken for it too. Without it only the
  share of posts that would remind is counted. The pack general stands beside it, and --beside adds others.
  Exit 0: every example does what it says. Exit 2: one does not, or a line is not valid.
`,
    },
  },
  diff: {
    id: {
      usage: 'pack diff LAMA BARU',
      text: `  Apa yang ditambah, dihapus, dan diubah oleh versi baru, dengan namanya, dan berapa kalimat sehari-hari yang akan ikut
  diingatkan oleh masing-masing.
`,
    },
    en: {
      usage: 'pack diff OLD NEW',
      text: `  What a new version adds, removes and says otherwise, by name, and how many sentences of ordinary life each of
  the two would flag.
`,
    },
  },
  keys: {
    id: {
      usage: 'pack keys --id IDPAKET --out FOLDER [--signing-only]',
      text: `  Membuat kunci penerbit, masing-masing dalam berkas dengan kata sandi:
    signing.key.json   menandatangani setiap rilis; kata sandinya ditanyakan saat itu
    recovery.key.json  hanya ini yang dapat mengganti kunci penanda tangan yang dicuri. Pindahkan ke media di dalam
                       brankas, jauh dari komputer ini
    keys.public.json   yang diperlukan kebijakan dan peramban; tidak rahasia
  --signing-only       satu kunci penanda tangan lagi, untuk pergantian terencana atau untuk dua tanda tangan: hanya
                       signing.key.json, dan bagian publiknya dicetak
`,
    },
    en: {
      usage: 'pack keys --id PACKID --out FOLDER [--signing-only]',
      text: `  Makes the keys of a publisher, each in a file under a passphrase:
    signing.key.json   signs each release; its passphrase is asked for then
    recovery.key.json  alone can replace a stolen signing key. Move it to a medium in a safe, away from this computer
    keys.public.json   what policies and clients need; no secret
  --signing-only       one more signing key, for a planned change or for two signatures: signing.key.json only, and
                       its public half on stdout
`,
    },
  },
  sign: {
    id: {
      usage: 'pack sign PAKET.json --keys keys.public.json --key signing.key.json --out X.jpack [opsi]',
      text: `  Menandatangani rilis. Paket diperiksa seperti oleh "pack lint": kalau ada kesalahan tidak ada yang ditandatangani. Lalu
  rilis dinilai seperti peramban akan menilainya, dan ditolak di sini kalau akan ditolak di sana.
    --previous LAMA.jpack   rilis sebelumnya: nomornya dilanjutkan. Perlu untuk setiap rilis kecuali yang pertama
    --days N                berapa hari dianggap baru (bawaan 90). Rilis yang lewat waktu tetap dipakai, dan disebut lama
    --key BERKAS            diulang, kalau perlu lebih dari satu tanda tangan (paling banyak ${MOST})
    --next-key KUNCI        kunci publik yang berlaku mulai rilis berikutnya; diulang. Tanpa ini tidak ada yang berubah
    --threshold N           berapa dari kunci itu yang harus menandatangani
    --recovery BERKAS       pernyataan dari jaga-netral pack recover: epoch baru dimulai
    --min-app 1.2.3         versi terendah ekstensi yang memahaminya
    --even-so               tandatangani juga yang akan ditahan peramban sampai setiap orang melihatnya
    --despite-faults        tandatangani juga paket yang menurut "pack lint" ada kesalahannya; kesalahan itu tetap dicetak
    --bytes BERKAS          jangan tandatangani: tulis yang harus ditandatangani dengan cara lain (kartu pintar, openssl),
                            di sampingnya BERKAS.payload. Dengan openssl: openssl dgst -sha256 -sign key.pem -out
                            sig.der BERKAS
  jaga-netral pack sign --payload BERKAS.payload --signature sig.der --keys keys.public.json --out X.jpack [--previous …]
  Menggabungkan yang ditandatangani dengan cara lain: DER, atau 64 bita mentah.
`,
    },
    en: {
      usage: 'pack sign PACK.json --keys keys.public.json --key signing.key.json --out X.jpack [options]',
      text: `  Signs a release. The pack is checked as by "pack lint": with an error nothing is signed. Then the release is judged
  as browsers will judge it, and refused here if they would refuse it.
    --previous OLD.jpack    the release before it: the number goes on from there. Needed for every release but the first
    --days N                how long it counts as fresh (default 90). An expired release stays in use and is shown as old
    --key FILE              again, where more than one signature is needed (at most ${MOST})
    --next-key KEY          public key that counts from the next release on; again for each. Without it nothing changes
    --threshold N           how many of these must sign
    --recovery FILE         the statement of jaga-netral pack recover: a new epoch begins
    --min-app 1.2.3         lowest version of the extension that understands it
    --even-so               sign also what browsers will hold back until each person has looked at it
    --despite-faults        sign also a pack that "pack lint" finds errors in; they are printed all the same
    --bytes FILE            do not sign: write what is to be signed by other means (a smart card, openssl), beside it
                            FILE.payload. For openssl: openssl dgst -sha256 -sign key.pem -out sig.der FILE
  jaga-netral pack sign --payload FILE.payload --signature sig.der --keys keys.public.json --out X.jpack [--previous …]
  Puts together what was signed by other means: DER, or 64 raw bytes.
`,
    },
  },
  verify: {
    id: {
      usage: 'pack verify X.jpack [Y.jpack …] --keys keys.public.json [--out PAKET.json]',
      text: `  Menilai berkas seperti peramban dengan kunci ini, satu demi satu: yang kedua sebagai penerus yang pertama. Mencetak
  nomor, umur, hash, dan sidik jarinya. Kode keluar 2 kalau ada yang ditolak. --keys boleh juga form.json dari kit.
    --out PAKET.json   menulis paket dari berkas terakhir, tanpa tanda tangan, untuk diubah
`,
    },
    en: {
      usage: 'pack verify X.jpack [Y.jpack …] --keys keys.public.json [--out PACK.json]',
      text: `  Judges files as a browser with these keys would, one after the other: the second one as the successor of the first.
  Prints number, age, hash and words of each. Exit code 2 when one is refused. --keys may be form.json of a kit too.
    --out PACK.json   writes the pack of the last file, unsigned, to be changed
`,
    },
  },
  recover: {
    id: {
      usage:
        'pack recover --key recovery.key.json --new-key KUNCI --revoke KUNCI --out pernyataan.json [opsi]',
      text: `  Setelah kunci penanda tangan dicuri atau hilang: pernyataan dari kunci pemulihan bahwa epoch baru dimulai. Sejak itu
  hanya kunci baru yang berlaku, dan yang dicabut mati selamanya, di setiap komputer, juga kalau kebijakan masih
  menyebutnya.
    --new-key KUNCI         kunci publik (dari pack keys --signing-only); diulang untuk setiap kunci
    --revoke KUNCI          kunci publik yang mati mulai sekarang; diulang untuk setiap kunci
    --threshold N           berapa kunci baru yang harus menandatangani (bawaan 1)
    --previous LAMA.jpack   rilis baik yang terakhir: epoch sesudahnya dimulai. Tanpa ini --epoch N
  Lalu: jaga-netral pack sign PAKET.json --recovery pernyataan.json --key BARU …
`,
    },
    en: {
      usage: 'pack recover --key recovery.key.json --new-key KEY --revoke KEY --out statement.json [options]',
      text: `  After a signing key was stolen or lost: a statement of the recovery key that a new epoch begins. From then on only the
  new keys count, and the revoked ones are dead for ever, on every machine, also where the policy still names them.
    --new-key KEY         public key (of pack keys --signing-only); again for each
    --revoke KEY          public key that is dead from now on; again for each
    --threshold N         how many of the new keys must sign (default 1)
    --previous OLD.jpack  the last good release: the epoch after its own begins. Without it --epoch N
  Then: jaga-netral pack sign PACK.json --recovery statement.json --key NEW …
`,
    },
  },
  kit: {
    id: {
      usage: `pack kit --out FOLDER [--form form.json] [--agency NAMA] [--contact TEKS] [--max-log-level 0|1|2]
         [--max-retention-days N] [--disable-export] [--disable-user-packs]
         [--source ALAMAT --keys keys.public.json]... [--host ALAMAT-FOLDER --version VERSI | --no-install]
pack kit --new-form > form.json`,
      text: `    Membuat semua yang diperlukan TI untuk membagikan ekstensi dan pengaturan instansi: berkas untuk Group Policy, Intune,
    Linux, macOS, dan Firefox, petunjuk langkah demi langkah (BACA-SAYA.html), pernyataan instansi, checksum, dan
    jaga-netral-kit.zip yang memuat semuanya. Opsi mengalahkan formulir. FOLDER harus baru atau kosong.
    --new-form    mencetak formulir untuk diisi (docs/agencies/id/rollout.md menjelaskan setiap baris)
    --source      alamat https dari daftar bertanda tangan, atau berkas X.jpack itu sendiri, yang lalu menjadi bagian
                  kebijakan; --keys di urutan yang sama memuat kunci publiknya
    --host        peramban memasang dari folder Anda ini, bukan dari toko
    --no-install  hanya mengatur nilainya; ekstensi dipasang dengan tangan (percobaan), atau sudah terpasang
`,
    },
    en: {
      usage: `pack kit --out DIR [--form form.json] [--agency NAME] [--contact TEXT] [--max-log-level 0|1|2]
         [--max-retention-days N] [--disable-export] [--disable-user-packs]
         [--source URL --keys keys.public.json]... [--host FOLDER-URL --version VERSION | --no-install]
pack kit --new-form > form.json`,
      text: `    Makes everything that IT needs to hand out the extension and the agency's settings: files for Group Policy,
    Intune, Linux, macOS and Firefox, a step-by-step (BACA-SAYA.html), the statement of the agency, checksums, and
    jaga-netral-kit.zip with all of them. Flags count more than the form. DIR must be new or empty.
    --new-form    prints a form to fill in (docs/agencies/en/rollout.md explains each line)
    --source      https address of a signed list, or the file X.jpack itself, which then becomes part of the policy;
                  the --keys in the same place holds its public keys
    --host        the browsers install from this folder of yours, not from the stores
    --no-install  sets the values only; the extension is installed by hand (pilot), or is there already
`,
    },
  },
};

const HEAD: Readonly<Record<CommandLanguage, string>> = {
  id: `jaga-netral pack: menyusun, menguji, menandatangani, dan membagikan paket aturan

--language id|en  bahasa dari yang dicetak perintah; tanpa ini bahasa sistem
`,
  en: `jaga-netral pack: make, prove, sign and hand out rule packs

--language id|en  what a command prints is in this language; without it in that of the system
`,
};

export function helpOf(name: PackCommandName): HelpInLanguages {
  return HELP[name];
}

/** Of all commands. */
export function packHelp(language: CommandLanguage): string {
  return [HEAD[language], ...PACK_COMMANDS.map((name) => helpText(HELP[name][language]))].join('\n');
}

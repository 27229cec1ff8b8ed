import { CLAUSES, DUTY, SPOUSE_RULE, STATUS_RULES } from '../../core/reminding/law.ts';
import type { SentenceKey } from './library-text.ts';
import { contested, fromLaw, oneSource, type Source, twoSources } from './source.ts';

const DECREE = 'SKB 22 September 2022, Lampiran II';
const ETHICS = CLAUSES['KE-2'].basis;
const SEVERE = 'PP 94/2021 Pasal 5 huruf n, Pasal 14 huruf i angka 3 dan 4';
const DISCIPLINE = 'PP 94/2021 Pasal 5 huruf n';

const BKN = 'medan.bkn.go.id 2023/10';
const BLOG = 'andrikepegawaianriau.blogspot.com 2023/03';
const KOMPAS = 'kompas.com tren/read/2023/11/06/133000265';
const CNBC = 'cnbcindonesia.com 20230926154105-4-475683';
const JATIM = 'jatim.tribunnews.com 2023/11/15';
const TRIBUN = 'm.tribunnews.com mata-lokal-memilih/2023/11/15';
const HUKAMA = 'hukamanews.com 46010626426';
const TEXT_94 = 'github mblonyox/data-peraturan pp/2021/94.md';
const SINDO = 'sindonews 540310';
const TEXT_42 = 'github mblonyox/data-peraturan pp/2004/42.md';
const CITED = 'ntvnews.id 0123702';

/** Sources of the sentences on the joint decree and the law. */
export const LAW_SOURCES = {
  'why.clause.KE-2': fromLaw(CLAUSES['KE-2']),
  'why.clause.KE-4': fromLaw(CLAUSES['KE-4']),
  'why.clause.KE-5': fromLaw(CLAUSES['KE-5']),
  'why.clause.DS-2': fromLaw(CLAUSES['DS-2']),
  'why.clause.DS-6': fromLaw(CLAUSES['DS-6']),
  'why.clause.DS-7': fromLaw(CLAUSES['DS-7']),
  'why.clause.DS-8': fromLaw(CLAUSES['DS-8']),
  'why.duty.text': fromLaw(DUTY),
  'why.spouse.text': fromLaw(SPOUSE_RULE),
  'reminder.sanction.pppk': fromLaw(STATUS_RULES.pppk),
  'reminder.sanction.honorer': fromLaw(STATUS_RULES.honorer),
  'why.sanction.moral': twoSources('PP 42/2004 Pasal 15', TEXT_42, 'merdeka.com 27999-mvk'),
  'why.sanction.severe-discipline': twoSources('PP 94/2021 Pasal 14 huruf i', TEXT_94, SINDO),
  'why.stage.prospective': twoSources(DECREE, 'jatim.viva.co.id kabar/7408', HUKAMA),
  'why.stage.fixed': twoSources(DISCIPLINE, TEXT_94, BKN),

  'fact.forms.decree': twoSources(DECREE, 'scribd 602350661', 'papua-barat.wahananews.co', CNBC),
  'fact.forms.stage': twoSources(DECREE, 'jatim.viva.co.id kabar/7408', BKN),
  'fact.forms.object': twoSources(DECREE, HUKAMA, BKN),
  'fact.forms.force': oneSource('', CITED),
  'fact.forms.copies': twoSources(DECREE, BKN, BLOG),

  'fact.form.KE-1': twoSources(ETHICS, CNBC, JATIM),
  'fact.form.KE-3': twoSources(ETHICS, CNBC, JATIM),
  'fact.form.KE-6': oneSource(ETHICS, JATIM),
  'fact.form.KE-7': oneSource(ETHICS, JATIM),
  'fact.form.DS-1': twoSources(SEVERE, BKN, KOMPAS),
  'fact.form.DS-3': twoSources('PP 94/2021 Pasal 10 ayat (1) huruf b dan c', BKN, KOMPAS),
  'fact.form.DS-4': twoSources(SEVERE, BKN, KOMPAS),
  'fact.form.DS-5': twoSources(
    'UU 20/2023 Pasal 52 ayat (3) huruf j; PP 11/2017 Pasal 255; PP 49/2018 Pasal 53 ayat (3) huruf c',
    BKN,
    KOMPAS,
  ),
  // Kompas begins with "sedang", Tribunnews prints "berat", and no article is named.
  'fact.form.DS-9': contested(DECREE, BLOG, KOMPAS, TRIBUN),
  'fact.form.DS-10': oneSource('UU 7/2017 Pasal 280 ayat (3), Pasal 494', TRIBUN),
  'fact.form.DS-11': twoSources(
    'PP 94/2021 Pasal 5 huruf n angka 7, Pasal 14 huruf i angka 5',
    TRIBUN,
    TEXT_94,
  ),
  'fact.form.DS-12': twoSources(
    'PP 94/2021 Pasal 5 huruf n angka 5, Pasal 14 huruf i angka 3; UU 10/2016 Pasal 71 ayat (1)',
    TRIBUN,
    TEXT_94,
  ),

  'fact.law.party': twoSources(
    'UU 20/2023 Pasal 52 ayat (3) huruf j',
    'haksuara.co.id',
    'kompas 2023/10/05/15030021',
    'katadata 651ececac14aa',
  ),
  'fact.law.ethics': twoSources(
    'PP 42/2004 Pasal 11 huruf c',
    TEXT_42,
    'bloombergtechnoz.com detail-news/16196',
  ),
  'fact.law.ethics-council': oneSource('PP 42/2004 Pasal 16', TEXT_42),
  'fact.law.listening': oneSource(`${DISCIPLINE} angka 1`, TEXT_94),
  'fact.law.attributes': twoSources(`${DISCIPLINE} angka 2, Pasal 13 huruf g`, TEXT_94, SINDO),
  'fact.law.mobilising': twoSources(`${DISCIPLINE} angka 3, Pasal 14 huruf i angka 1`, TEXT_94, SINDO),
  'fact.law.facilities': twoSources(`${DISCIPLINE} angka 4, Pasal 14 huruf i angka 2`, TEXT_94, SINDO),
  'fact.law.decisions': twoSources(`${DISCIPLINE} angka 5, Pasal 14 huruf i angka 3`, TEXT_94, SINDO),
  'fact.law.activities': twoSources(`${DISCIPLINE} angka 6, Pasal 14 huruf i angka 4`, TEXT_94, SINDO),
  'fact.law.letters': twoSources(`${DISCIPLINE} angka 7, Pasal 14 huruf i angka 5`, TEXT_94, SINDO),
  'fact.law.severe': twoSources('PP 94/2021 Pasal 8 ayat (4)', TEXT_94, SINDO),
  'fact.law.medium': twoSources('PP 94/2021 Pasal 8 ayat (3), Pasal 42', TEXT_94, 'sekitarjabar.com'),
  'fact.law.campaign-team': twoSources(
    'UU 7/2017 Pasal 280 ayat (3), Pasal 494',
    'lajur.co',
    'ameg.disway.id',
  ),
  'fact.law.leaning': twoSources('UU 7/2017 Pasal 283', 'm.tribunnews.com 2024/01/24', 'jatengprov.go.id'),
  'fact.law.officials': twoSources('UU 7/2017 Pasal 282', 'bennyhutabarat.com', 'jatengprov.go.id'),
  'fact.law.local-officials': twoSources(
    'UU 10/2016 Pasal 71 ayat (1); UU 1/2015 Pasal 188',
    'github mblonyox/data-peraturan uu/2016/10.md',
    'sinpo.id 84880',
    'kabarnyata.com',
  ),
  'fact.law.local-campaign': oneSource(
    'UU 10/2016 Pasal 70 ayat (1) huruf b',
    'github mblonyox/data-peraturan uu/2016/10.md',
  ),
  'fact.law.hate': twoSources(
    'SKB 11 kementerian dan lembaga, 12 November 2019; BKN 2018',
    'malangvoice.com',
    'kompasiana stevan-manihuruk 5b018a89',
  ),
  'fact.law.social-media': oneSource('SE MenPANRB 137/2018', 'adhisawank.com 2018/05'),
  'fact.law.blocking': twoSources('Peraturan BKN 1/2023', 'scribd 680845260', 'surabaya.bkn.go.id'),
  'fact.law.oversight': twoSources('Perpres 91/2024; Perpres 92/2024', 'radarutara 8662', 'validnews.id'),
  'fact.law.independent': twoSources('MK 121/PUU-XXII/2024', 'bloombergtechnoz.com 87507', 'towa.co.id'),
} satisfies Partial<Record<SentenceKey, Source>>;

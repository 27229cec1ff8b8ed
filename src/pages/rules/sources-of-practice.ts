import type { SentenceKey } from './library-text.ts';
import { oneSource, oneSourceInNovember, type Source, twoSources, twoSourcesInNovember } from './source.ts';

const NINE_POSES = 'sultra.antaranews.com 451791';
const TEN_POSES = 'bdadinfo.com 1010898526';
const BAWASLU_NTB = 'ntbsatu.com 2023/11/06';
const READINGS = [
  'intimnews.com jelang-pemilu-pj-bupati-kaspinor',
  'indoraya.news asn-pemprov-jateng-ikrar',
  'djppi.kominfo.go.id 2023/10/30',
] as const;
const ASPECTS = 'garuda.kemdiktisaintek.go.id 3925078';
const BKN_PEKANBARU = 'pekanbaru.bkn.go.id 2022/08/14';
const CHECKS = 'amp.suara.com 2025/04/30/200416';
const MEDIA_INDONESIA = 'mediaindonesia.com 332896';
const JAMBI = 'jambi.tribunnews.com 2019/06/22';
const CODE = 'github (public code)';
const KABARNUSA = 'kabarnusa24 2024/10/11';
const DISCIPLINE = 'PP 94/2021 Pasal 5 huruf n angka 5 dan 6; UU 20/2023 Pasal 52 ayat (3) huruf j';

/** Sources of the sentences on photos, dates, the pledge, news, and where to turn. */
export const PRACTICE_SOURCES = {
  'fact.pose.lead': twoSources(
    'SKB 22 September 2022, Lampiran II',
    'hukamanews.com 46010626426',
    NINE_POSES,
    TEN_POSES,
  ),
  'fact.pose.photo': twoSources('', NINE_POSES, TEN_POSES),
  'fact.pose.index': twoSources('', NINE_POSES, TEN_POSES, 'suara.com 2023/11/16'),
  'fact.pose.thumb': twoSources('', NINE_POSES, TEN_POSES, BAWASLU_NTB),
  'fact.pose.two': twoSources('', NINE_POSES, TEN_POSES, 'suara.com 2023/11/16'),
  'fact.pose.pistol': twoSources('', NINE_POSES, TEN_POSES),
  'fact.pose.phone': twoSources('', NINE_POSES, TEN_POSES, BAWASLU_NTB),
  'fact.pose.finger-heart': twoSources('', NINE_POSES, TEN_POSES, BAWASLU_NTB),
  'fact.pose.ok': twoSources('', NINE_POSES, TEN_POSES),
  'fact.pose.three': twoSources('', TEN_POSES, BAWASLU_NTB),
  'fact.pose.metal': twoSources('', NINE_POSES, TEN_POSES, BAWASLU_NTB),
  'fact.pose.four': oneSource('', 'kompasiana hanifsofyan1758 6560d3e9'),
  'fact.pose.five': twoSources('', NINE_POSES, TEN_POSES, BAWASLU_NTB),
  'fact.pose.down': oneSource('', BAWASLU_NTB),
  'fact.pose.chin': oneSource('', BAWASLU_NTB),
  'fact.pose.fist': twoSources('', NINE_POSES, TEN_POSES),
  'fact.pose.upright': oneSource('', TEN_POSES),
  'fact.pose.pockets': oneSource('', TEN_POSES),
  'fact.pose.crossed': oneSource('', TEN_POSES),

  'fact.calendar.always': twoSources(
    DISCIPLINE,
    'medan.bkn.go.id 2023/10',
    'github mblonyox/data-peraturan pp/2021/94.md',
  ),
  'fact.calendar.rerun': oneSource('', 'intimediafocus 2025/03/05'),
  'fact.calendar.split': twoSources('MK 135/PUU-XXII/2024', 'didiksupriyanto.com', 'radarsumbar.com'),
  'fact.calendar.national': twoSources('', 'merahputih.com 2025/06/28', 'mediaindonesia.com 859494'),
  'fact.calendar.local': twoSources('MK 135/PUU-XXII/2024', 'didiksupriyanto.com', 'metrokota'),

  'fact.pledge.when': twoSourcesInNovember('', ...READINGS),
  'fact.pledge.neutral': twoSourcesInNovember('', ...READINGS),
  'fact.pledge.conflict': twoSourcesInNovember('', ...READINGS),
  'fact.pledge.media': twoSourcesInNovember('', ...READINGS),
  'fact.pledge.money': twoSourcesInNovember('', ...READINGS),
  'fact.aspect.politics': oneSourceInNovember('', ASPECTS),
  'fact.aspect.service': twoSourcesInNovember('', ASPECTS, BKN_PEKANBARU),
  'fact.aspect.decisions': twoSourcesInNovember('', ASPECTS, BKN_PEKANBARU),
  'fact.aspect.management': oneSourceInNovember('', ASPECTS),

  'fact.news.source': twoSourcesInNovember('', 'tekno.republika.co.id ojx5gi359', JAMBI),
  'fact.news.address': twoSourcesInNovember('', MEDIA_INDONESIA, JAMBI),
  'fact.news.picture': twoSourcesInNovember('', CHECKS, JAMBI),
  'fact.news.editors': oneSourceInNovember('', MEDIA_INDONESIA),
  'fact.news.sensational': twoSourcesInNovember('', CHECKS, JAMBI),
  'fact.news.mainstream': oneSourceInNovember('', CHECKS),
  'fact.news.critical': twoSourcesInNovember('', CHECKS, 'tekno.republika.co.id ojx5gi359'),

  'fact.site.turnbackhoax': twoSources('', CODE, 'smartrt.news'),
  'fact.site.cekfakta': twoSources('', CODE, 'tekno.kompas.com 2020/11/19'),
  'fact.site.aduankonten': oneSource('', CODE),
  'fact.site.infopemilu': twoSources('', 'github ginanjarfm/pemilu2024-dapil', 'kumparan.com'),
  'fact.site.cekdpt': oneSource('', CODE),
  'fact.site.jdih': oneSource('', 'github ginanjarfm/pemilu2024-dapil'),
  'fact.site.peraturan': oneSource('', 'github mblonyox/flat-peraturan'),
  'fact.site.mkri': oneSource('', 'didiksupriyanto.com'),

  'why.ask.text': oneSource(
    'PP 42/2004 Pasal 15; UU 7/2017 Pasal 93 huruf f',
    'github mblonyox/data-peraturan pp/2004/42.md, uu/2017/7.md',
  ),
  'fact.report.bkn': twoSources('', KABARNUSA, 'koran-jakarta.com', 'radarselatan.disway.id'),
  'fact.report.lapor': twoSources('', 'farah.id 15769', KABARNUSA),
  'fact.report.bawaslu': twoSources('', 'sigaplapor.bawaslu.go.id/penanganan', 'kompas 2022/10/31'),
  'fact.report.ended': oneSource('', 'liputanindo.id 45437'),
  'fact.report.flow': twoSources('', 'koran-jakarta.com', KABARNUSA),
} satisfies Partial<Record<SentenceKey, Source>>;

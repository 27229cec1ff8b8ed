import { seeded } from './random.ts';

/** Words of ordinary posts; none stands in a rule pack as more than an everyday word. */
export const ORDINARY =
  'hujan deras sejak subuh jalan depan warung tergenang hati-hati ya besok murid kelas empat menanam pohon di halaman sekolah bawa sarung tangan dan air minum resep sayur lodeh ibu paling enak pakai santan segar harga cabai naik lagi pasar ramai sekali pagi ini antre panjang terima kasih teman-teman sudah datang rapat warga malam nanti pukul tujuh jangan lupa kursi sendiri nomor rumah saya dua belas kereta terlambat tiga puluh menit'.split(
    ' ',
  );
const HASHTAGS = ['#HujanPagi', '#resepibu', '#KotaKita', '#liburan2024'];
const CAMPAIGN = [
  'Coblos nomor 2',
  'saya pilih nomor urut 1',
  'Lanjutkan bersama pasangan calon nomor 3',
  '#GanjarPresiden',
  'Anies Baswedan menyapa warga',
  'dukung Prabowo Gibran',
  'Mahfud MD datang ke pasar, semua calon disapa',
];

/** Invented texts of about 40 to 800 characters. A campaign text is an ordinary one with a few cues in it. */
export function generateTexts(kind: 'ordinary' | 'campaign', count: number): string[] {
  const random = seeded(7);
  return Array.from({ length: count }, () => {
    const sentences = 1 + random.below(8);
    const parts = Array.from({ length: sentences }, (_none, index) => {
      if (kind === 'campaign' && (index === 0 || random.next() < 0.2)) return `${random.oneOf(CAMPAIGN)}!`;
      const words = Array.from({ length: 6 + random.below(10) }, () => random.oneOf(ORDINARY)).join(' ');
      return `${words.charAt(0).toUpperCase()}${words.slice(1)}${random.next() < 0.1 ? ' 🌧️' : ''}.`;
    });
    if (random.next() < 0.4) parts.push(random.oneOf(HASHTAGS));
    return parts.join(' ');
  });
}

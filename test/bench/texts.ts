/** Words of ordinary posts; none stands in a rule pack as more than an everyday word. */
const ORDINARY =
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

/** Numbers from 0 to 1, the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** Invented texts of about 40 to 800 characters. A campaign text is an ordinary one with a few cues in it. */
export function generateTexts(kind: 'ordinary' | 'campaign', count: number): string[] {
  const random = seeded(7);
  const oneOf = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  return Array.from({ length: count }, () => {
    const sentences = 1 + Math.floor(random() * 8);
    const parts = Array.from({ length: sentences }, (_none, index) => {
      if (kind === 'campaign' && (index === 0 || random() < 0.2)) return `${oneOf(CAMPAIGN)}!`;
      const words = Array.from({ length: 6 + Math.floor(random() * 10) }, () => oneOf(ORDINARY)).join(' ');
      return `${words.charAt(0).toUpperCase()}${words.slice(1)}${random() < 0.1 ? ' 🌧️' : ''}.`;
    });
    if (random() < 0.4) parts.push(oneOf(HASHTAGS));
    return parts.join(' ');
  });
}

import type { ActionKind, SiteId } from '../../core/types.ts';

/** A post to practise with: invented people, and phrases of no contest, so that it works on any day. */
export interface Example {
  readonly kind: 'support' | 'news' | 'hoax' | 'official' | 'ordinary';
  readonly site: SiteId;
  readonly author: string;
  readonly text: string;
  readonly actions: readonly ActionKind[];
}

export const EXAMPLES: readonly Example[] = [
  {
    kind: 'support',
    site: 'facebook',
    author: 'Sahabat Arunika',
    text: 'Warga desa sudah bulat: coblos nomor 2, menangkan Arunika!',
    actions: ['like', 'comment', 'share'],
  },
  {
    kind: 'news',
    site: 'x',
    author: 'Kompas.com',
    text: 'Tim calon nomor urut 2 mengajak warga “coblos nomor 2” dalam kampanye terakhir.',
    actions: ['like', 'repost'],
  },
  {
    kind: 'hoax',
    site: 'instagram',
    author: 'Info Viral 62',
    text: 'SEBARKAN sebelum dihapus! Surat suara sudah tercoblos semua, tolak calon nomor urut 1, pilih nomor 3!',
    actions: ['like', 'comment'],
  },
  {
    kind: 'official',
    site: 'facebook',
    author: 'KPU Kota Contoh',
    text: 'Jangan lupa datang ke TPS dan gunakan hak pilih. Cek daftar pemilih Anda hari ini.',
    actions: ['like', 'share'],
  },
  {
    kind: 'ordinary',
    site: 'instagram',
    author: 'Dapur Bu Tini',
    text: 'Sayur lodeh dan tempe goreng, cukup untuk buka bersama tetangga RT 02.',
    actions: ['like', 'comment'],
  },
];

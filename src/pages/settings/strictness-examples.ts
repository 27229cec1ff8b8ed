import type { ActionKind, Content } from '../../core/types.ts';

/** What somebody posted, or what the person writes, and what the person does with it: invented people, no contest. */
export interface StrictnessExample {
  readonly kind: 'ordinary' | 'friend' | 'campaign' | 'news' | 'official' | 'own';
  readonly action: ActionKind;
  readonly content: Content;
}

const NAMED = { author: 'Rina Kartika', text: 'Calon nomor urut 2 berkunjung ke pasar pagi ini.' };
const CAMPAIGN = { author: 'Sahabat Arunika', text: 'Coblos nomor 2, menangkan Arunika!' };
const NEWS = { author: 'Kompas.com', text: 'Tim calon nomor urut 2 mengajak warga “coblos nomor 2”.' };
const OFFICIAL = {
  author: 'KPU Kota Contoh',
  text: 'Debat calon nomor urut 1 dan calon nomor urut 2 disiarkan malam ini.',
};

/** One for each step of the table of decisions that differs, and both ends that never do. */
export const STRICTNESS_EXAMPLES: readonly StrictnessExample[] = [
  {
    kind: 'ordinary',
    action: 'share',
    content: { author: 'Dapur Bu Tini', text: 'Antrean nomor 2: sayur lodeh dan tempe goreng.' },
  },
  { kind: 'official', action: 'share', content: OFFICIAL },
  { kind: 'friend', action: 'like', content: NAMED },
  { kind: 'friend', action: 'share', content: NAMED },
  { kind: 'news', action: 'like', content: NEWS },
  { kind: 'news', action: 'share', content: NEWS },
  { kind: 'campaign', action: 'like', content: CAMPAIGN },
  { kind: 'campaign', action: 'share', content: CAMPAIGN },
  { kind: 'own', action: 'comment', content: { text: '', own: 'Mantap, coblos nomor 2!' } },
];

/**
 * Words of the interface of Instagram, asked last, where attributes, drawings and order do not decide. Lower case,
 * compared whole. EN and ID: code and documents 2025-2026 unless marked; MS and AR: unverified 2026-11, from memory.
 * JV and SU: Instagram is not known to offer them; the words are those expected by analogy, unverified 2026-11.
 */

/** Interface languages with tables; in any other one the place of a button decides. */
export const LANGUAGES = ['en', 'id', 'ms', 'jv', 'su', 'ar'];

// 2.2, 10: EN code Instafn 2026-01, ID code and doc 2025-2026 (several spellings)
export const LIKE = ['like', 'suka', 'seneng', 'resep', 'أعجبني', 'إعجاب'];
export const UNLIKE = [
  'unlike',
  'batal suka',
  'tidak suka',
  'batalkan suka',
  'nyahsuka',
  'إلغاء الإعجاب',
  'إلغاء إعجابي',
];
// 2.2, 10: EN code, ID code 2026-01
export const COMMENT = ['comment', 'komentar', 'komentari', 'komen', 'koméntar', 'تعليق'];
// 2.2, 10: EN code Instafn 2026-01, ID unverified
export const REPOST = ['repost', 'posting ulang', 'siar semula', 'إعادة النشر', 'إعادة نشر'];
export const UNREPOST = ['unrepost', 'batalkan posting ulang', 'batal posting ulang'];
// 2.2, 10: "Share" code SafA 2026-03, "Share Post" code 2025, the others unverified
export const SHARE = [
  'share',
  'share post',
  'send post',
  'direct',
  'bagikan',
  'bagikan postingan',
  'kirim postingan',
  'kongsi',
  'bagi',
  'bagikeun',
  'مشاركة',
  'مشاركة المنشور',
];
// 2.2 unverified 2026-08: icons of the same size that are none of our business
export const OTHER_ICON = [
  'save',
  'remove',
  'simpan',
  'hapus',
  'حفظ',
  'more',
  'more options',
  'comment options',
  'opsi komentar',
  'opsi lainnya',
  'lainnya',
  'خيارات أخرى',
];
// unverified 2026-11: the name of the format is the same in every language. Fixture comments.id.html
export const GIF = ['gif', 'choose a gif', 'pilih gif'];

// 2.2, 10: EN code, ID code; compared whole, since "Following" and "Mengikuti" contain them. Fixture feed.id.html
export const FOLLOW = [
  'follow',
  'follow back',
  'ikuti',
  'ikuti balik',
  'ikut',
  'ikut kembali',
  'tututi',
  'turutan',
  'متابعة',
  'رد المتابعة',
  // ES and PT seen 2026-11-29 in public saved markup, the others unverified 2026-11, from memory: a list mixes this
  // button with "following", which its place does not tell apart. None of these words stands for that state.
  'seguir',
  'seguir también',
  'seguir de volta',
  'suivre',
  'folgen',
  'segui',
  'volgen',
  'takip et',
  'obserwuj',
  'подписаться',
  'theo dõi',
  'ติดตาม',
  'フォローする',
  'フォロー',
  '팔로우',
  '关注',
  '追蹤',
  'i-follow',
];

// 2.2: EN and ID doc 2026-01
export const SEND = ['send', 'send separately', 'kirim', 'kirim terpisah', 'hantar', 'إرسال'];
// unverified 2026-11: entry of the share sheet. Fixture share-dialog.id.html
export const TO_STORY = [
  'add to story',
  'add post to your story',
  'share to story',
  'tambahkan ke cerita',
  'tambahkan postingan ke cerita anda',
  'bagikan ke cerita',
  'إضافة إلى القصة',
];
// 2.2 doc: last step of a new post; the story is unverified. Fixtures new-post.en.html, new-story.id.html
export const PUBLISH = [
  'share',
  'bagikan',
  'kongsi',
  'مشاركة',
  'add to your story',
  'your story',
  'tambahkan ke cerita anda',
  'cerita anda',
];

// 2.1 unverified 2026-08, last resort after the structure: alt text of avatars
export const AVATAR = ['profile picture', 'foto profil', 'gambar profil', 'صورة الملف الشخصي'];

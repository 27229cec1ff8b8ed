/**
 * Words that a structure report may show: those of the controls of the three sites, in Indonesian and English, and
 * of their addresses and attributes (the label tables and selectors of the adapters, 2026-11). Every other word
 * becomes a pattern of its length.
 */
const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

export const CONTROL_WORDS = words(
  'like likes liked unlike suka batal batalkan tidak react reaction reactions reaksi comment comments komentar komentari ' +
    'reply balas balasan share bagikan send kirim repost unrepost posting ulang retweet quote kutip follow following ' +
    'unfollow ikuti mengikuti diikuti balik join gabung bergabung add tambah tambahkan friend teman subscribe langganan ' +
    'post kiriman photo foto video upload unggah story cerita group grup page halaman more lainnya close tutup save simpan ' +
    'remove hapus undo views tayangan bookmark copy salin link tautan menu next berikutnya cancel actions tindakan',
);

export const ROUTE_WORDS = words(
  'status photo video posts post groups group p reel reels stories permalink permalink.php photo.php videos watch live ' +
    'hashtag explore compose tweet intent i communities story.php sharer search home messages notifications direct events ' +
    'web users comment sharer.php like repost follow accounts login',
);

export const HOOK_WORDS = words(
  'user name text tweet button avatar container story message menu box cell feed article card wrapper social context ' +
    'profile header title description image inline composer dialog sheet confirm link media label',
);

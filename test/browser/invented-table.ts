/** Cells of a table of two tickets, in Indonesian. The second ticket has no hashtag, which lint tells of. */
export const INVENTED_TABLE = [
  'no urut\tcalon\twakil\ttagar\tsumber\tcontoh harus terdeteksi\tcontoh harus dibiarkan',
  '1\tBrantasena Walukarta\tMirandika Sulasmara\t#BrantasenaMenang\tKPU Contoh\tAyo coblos nomor 1\tAntrean nomor 1',
  '2\tKartosubrata Wirangga\tDanumaya Larasetya\t\tKPU Contoh\tAyo coblos nomor 2\tAntrean nomor 2',
].join('\n');

import type { WrongDetection } from '../../core/decision/wrong-detection.ts';
import type { EntryName } from '../../shared/messages.ts';

/** For the author of a pack: which entries were wrong, and where. Nothing of a post, of its author or of the person. */
export function wrongReport(
  detections: readonly WrongDetection[],
  names: readonly EntryName[],
  version: string,
): string {
  const known = new Map(names.map((entry) => [entry.id, entry]));
  const counted = new Map<string, WrongDetection & { times: number }>();
  for (const detection of detections) {
    const key = JSON.stringify(detection);
    counted.set(key, { ...detection, times: (counted.get(key)?.times ?? 0) + 1 });
  }
  const wrongDetections = [...counted.values()].map(({ entry, site, action, kind, isOwn, times }) => {
    const { title, pack } = known.get(entry) ?? {};
    return {
      entry,
      title: title ?? null,
      pack: pack ? { id: pack.id, version: pack.version } : null,
      site,
      action,
      kind,
      in: isOwn ? 'own words' : 'post',
      times,
    };
  });
  return `${JSON.stringify({ product: 'Jaga Netral', version, wrongDetections }, null, 2)}\n`;
}

import type { LogGroup } from '../../core/log/log-view.ts';
import type { LogEntry } from '../../shared/messages.ts';

export type ListItem =
  | {
      readonly kind: 'group';
      readonly key: string;
      readonly group: LogGroup<LogEntry>;
      readonly open: boolean;
    }
  | { readonly kind: 'row'; readonly key: string; readonly row: LogEntry };

/** The lines of the list: headings of groups, each with its rows below it where it is open. */
export function listItems(
  groups: readonly LogGroup<LogEntry>[],
  isOpen: (group: string) => boolean,
): readonly ListItem[] {
  const items: ListItem[] = [];
  for (const group of groups) {
    const open = isOpen(group.key);
    items.push({ kind: 'group', key: `group ${group.key}`, group, open });
    if (open) for (const row of group.rows) items.push({ kind: 'row', key: row.id, row });
  }
  return items;
}

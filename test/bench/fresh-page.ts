import type { Row } from './report.ts';
export async function benchFreshPages(): Promise<Row[]> {
  return [];
}

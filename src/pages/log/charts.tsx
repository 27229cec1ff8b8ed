import { useMemo } from 'preact/hooks';
import { countActions, countWeeks } from '../../core/log/log-statistics.ts';
import { SITE_IDS } from '../../core/types.ts';
import type { LogEntry } from '../../shared/messages.ts';
import { BarChart } from '../parts/bar-chart.tsx';
import { usePage } from '../parts/frame.tsx';
import { dayOf, startOf } from './calendar.ts';

/** Sums of the rows, by closed words only. */
export function Charts({ rows }: { readonly rows: readonly LogEntry[] }) {
  const { texts } = usePage();
  const weeks = useMemo(() => {
    const counts = countWeeks(rows, dayOf);
    return {
      categories: counts.map(({ monday }) => texts.date(startOf(monday))),
      series: [
        { name: texts.say('log.chart.heeded'), values: counts.map(({ heeded }) => heeded) },
        { name: texts.say('log.chart.continued'), values: counts.map(({ continued }) => continued) },
      ],
    };
  }, [rows, texts]);
  const actions = useMemo(() => {
    const counts = countActions(rows);
    return {
      categories: counts.map(({ action }) => texts.say(`action.${action}.name`)),
      series: SITE_IDS.map((site) => ({
        name: texts.say(`site.${site}.name`),
        values: counts.map(({ sites }) => sites[site]),
      })),
    };
  }, [rows, texts]);
  return (
    <section aria-labelledby="charts-title">
      <h2 id="charts-title" class="hidden">
        {texts.say('log.tab.charts')}
      </h2>
      {rows.length === 0 ? (
        <p class="empty">{texts.say('log.filter.nothing')}</p>
      ) : (
        <div class="charts">
          <BarChart title={texts.say('log.chart.weeks')} column={texts.say('log.chart.week')} {...weeks} />
          <BarChart
            title={texts.say('log.chart.actions')}
            column={texts.say('log.column.action')}
            lying={true}
            {...actions}
          />
        </div>
      )}
    </section>
  );
}

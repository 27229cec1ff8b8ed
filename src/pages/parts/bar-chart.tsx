import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, Tooltip } from 'chart.js';
import { useEffect, useRef, useState } from 'preact/hooks';
import { usePage } from './frame.tsx';

// Only what bars need: the rest of the library stays out of the bundle.
Chart.register(BarController, BarElement, CategoryScale, LinearScale, Legend, Tooltip);

export interface BarSeries {
  readonly name: string;
  readonly values: readonly number[];
}

interface BarChartProps {
  readonly title: string;
  /** What the categories are, as a column header. */
  readonly column: string;
  readonly categories: readonly string[];
  /** At most three, one value for each category; stacked. */
  readonly series: readonly BarSeries[];
  /** Bars lie: for categories with long names. */
  readonly lying?: boolean;
}

/** A picture, and a table with the same numbers for everybody who does not see it or wants to read them. */
export function BarChart(props: BarChartProps) {
  const { texts } = usePage();
  const { title, column, categories, series } = props;
  return (
    <section class="card chart">
      <h3>{title}</h3>
      <Picture {...props} />
      <details class="chart-table">
        <summary>{texts.say('log.chart.table')}</summary>
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{column}</th>
              {series.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {categories.map((category, index) => (
              <tr key={category}>
                <th scope="row">{category}</th>
                {series.map(({ name, values }) => (
                  <td key={name}>{texts.number(values[index] ?? 0)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

/** CSS pixels of a lying bar with its gap, and of axis and legend. */
const BAR = 34;
const AROUND = 88;

function Picture({ categories, series, lying = false }: BarChartProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const scheme = useColourScheme();
  useEffect(() => {
    if (!canvas.current) return;
    const colour = tokensOf(canvas.current);
    const scale = {
      stacked: true,
      ticks: { color: colour('--soft'), precision: 0 },
      grid: { color: colour('--line') },
    };
    // Each lying bar has room for its name.
    const named = { ...scale, ticks: { ...scale.ticks, autoSkip: false } };
    const chart = new Chart(canvas.current, {
      type: 'bar',
      data: {
        labels: categories.map(inLines),
        datasets: series.map(({ name, values }, index) => ({
          label: name,
          data: [...values],
          backgroundColor: colour(`--chart-${index + 1}`),
          // Parts of a bar are told apart by a gap, too.
          borderColor: colour('--surface'),
          borderWidth: 1,
          maxBarThickness: 40,
        })),
      },
      options: {
        // Nothing moves: no preference has to be asked for.
        animation: false,
        maintainAspectRatio: false,
        indexAxis: lying ? 'y' : 'x',
        scales: lying ? { x: scale, y: named } : { x: scale, y: scale },
        font: { family: getComputedStyle(canvas.current).fontFamily, size: 13 },
        plugins: {
          legend: { position: 'bottom', labels: { color: colour('--ink'), boxWidth: 14 } },
          tooltip: { animation: false },
        },
      },
    });
    return () => chart.destroy();
  }, [categories, series, lying, scheme]);
  const height = lying ? categories.length * BAR + AROUND : 260;
  return (
    <div class="chart-picture" style={{ blockSize: `${height}px` }} aria-hidden="true">
      <canvas ref={canvas} />
    </div>
  );
}

/** A canvas breaks no lines by itself. */
function inLines(words: string): string[] {
  return words.match(/\S.{0,13}(?=\s|$)|\S+/g) ?? [];
}

/** A canvas does not follow the style sheet: it is drawn anew when the scheme changes. */
function useColourScheme(): boolean {
  const [dark, setDark] = useState(() => matchMedia(DARK).matches);
  useEffect(() => {
    const query = matchMedia(DARK);
    const look = () => setDark(query.matches);
    query.addEventListener('change', look);
    return () => query.removeEventListener('change', look);
  }, []);
  return dark;
}
const DARK = '(prefers-color-scheme: dark)';

function tokensOf(element: Element): (name: string) => string {
  const style = getComputedStyle(element);
  return (name) => style.getPropertyValue(name).trim();
}

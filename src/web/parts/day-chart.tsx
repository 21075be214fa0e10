import type { FC } from 'hono/jsx';
import { count, number } from '../wording/counts.js';
import type { View } from './view.js';

interface DayCount {
  day: string;
  articles: number;
}

const dayMs = 24 * 60 * 60 * 1000;
const longest = 60;

/**
 * Articles a day as bars, oldest at the right as Arabic reads, the last `longest` days that hold
 * any; the same figures stand in a table for who does not see the bars.
 */
export const DayChart: FC<{ perDay: DayCount[]; view: View }> = ({ perDay, view }) => {
  const days = everyDay(perDay);
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last || days.length < 2) return null;
  const most = Math.max(1, ...days.map((day) => day.articles));
  const peak = days.find((day) => day.articles === most) ?? last;
  const step = 10;
  const width = days.length * step;
  const height = 64;
  const summary = `أكثرها يوم ${view.times.shortDay(peak.day)}: ${count(most, 'article')}`;
  return (
    <figure class="day-chart">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`عدد الأخبار كل يوم من ${view.times.shortDay(first.day)} إلى ${view.times.shortDay(last.day)}. ${summary}`}
      >
        {days.map((day, index) => {
          const bar = day.articles === 0 ? 0 : Math.max(2, (day.articles / most) * (height - 2));
          return (
            <rect
              class={day === peak ? 'bar peak' : 'bar'}
              x={width - (index + 1) * step + 1.5}
              y={height - bar}
              width={step - 3}
              height={bar}
            >
              <title>{`${view.times.shortDay(day.day)}: ${count(day.articles, 'article')}`}</title>
            </rect>
          );
        })}
      </svg>
      <div class="day-chart-ends" aria-hidden="true">
        <span>{view.times.shortDay(first.day)}</span>
        <span>{view.times.shortDay(last.day)}</span>
      </div>
      <figcaption>{summary}</figcaption>
      <details>
        <summary>الأعداد في جدول</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">اليوم</th>
              <th scope="col">الأخبار</th>
            </tr>
          </thead>
          <tbody>
            {days
              .filter((day) => day.articles > 0)
              .map((day) => (
                <tr>
                  <th scope="row">{view.times.shortDay(day.day)}</th>
                  <td>{number(day.articles)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
};

/** The days between the first and the last, those without articles too; at most the last `longest`. */
function everyDay(perDay: DayCount[]): DayCount[] {
  const counts = new Map(
    perDay
      .filter(({ day }) => !Number.isNaN(Date.parse(`${day}T00:00:00Z`)))
      .map(({ day, articles }) => [day, articles]),
  );
  const sorted = [...counts.keys()].sort();
  const first = sorted[0];
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return [];
  const end = Date.parse(`${last}T00:00:00Z`);
  const start = Math.max(Date.parse(`${first}T00:00:00Z`), end - (longest - 1) * dayMs);
  const days: DayCount[] = [];
  for (let at = start; at <= end; at += dayMs) {
    const day = new Date(at).toISOString().slice(0, 10);
    days.push({ day, articles: counts.get(day) ?? 0 });
  }
  return days;
}

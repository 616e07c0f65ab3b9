import { BarChart } from '@chapterhouse/ui/bar-chart';
import { type ChapterMeasure, periodName, type PeriodNumbers, valueWords } from './chapter-measures';

export type ChapterChartProps = {
  measure: ChapterMeasure;
  numbers: readonly PeriodNumbers[];
  by: 'WEEK' | 'MONTH';
};

/** One number over time, with what it was last. */
export function ChapterChart({ measure, numbers, by }: ChapterChartProps) {
  const { title, sentence, of, behind, words, least } = measure;
  const last = numbers.findLast((one) => of(one) !== null);
  const value = last ? of(last) : null;
  return (
    <section className="chapter-chart" aria-label={title}>
      <h3>{title}</h3>
      <p className="chapter-chart__figure">
        {value === null || !last ? (
          <span>No data yet</span>
        ) : (
          <>
            <strong>{words(value)}</strong> <span>{periodName(last, by)}</span>
          </>
        )}
      </p>
      {last && (
        <BarChart
          label={`${title}, ${numbers.length} ${by === 'WEEK' ? 'weeks' : 'months'}, oldest first`}
          least={least}
          bars={numbers.map((one, index) => ({
            id: one.from,
            // Every fourth: there is little room.
            name: (numbers.length - 1 - index) % 4 === 0 ? periodName(one, by, true) : '',
            words: `${periodName(one, by)}: ${valueWords(measure, one)}`,
            value: of(one),
            ...(behind && { behind: behind.of(one) }),
            told: (
              <>
                <strong>{periodName(one, by)}</strong>
                <span className="ch-number">{valueWords(measure, one)}</span>
              </>
            ),
          }))}
        />
      )}
      <p className="chapter-chart__sentence">{sentence}</p>
    </section>
  );
}

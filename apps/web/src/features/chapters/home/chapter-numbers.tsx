import { useQuery } from '@apollo/client/react';
import { Segments } from '@chapterhouse/ui/segments';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { ChartColumn, Table2 } from 'lucide-react';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useAddressView } from '../../../platform/page/use-address-view';
import { ChapterChart } from './chapter-chart';
import { measuresOf } from './chapter-measures';
import { ChapterPart } from './chapter-part';
import { ChapterTable } from './chapter-table';
import { CHAPTER_NUMBERS } from './chapter.operations';

type View = { by: 'WEEK' | 'MONTH'; look: 'chart' | 'table' };

const PERIODS = [
  { value: 'WEEK', label: 'Weeks' },
  { value: 'MONTH', label: 'Months' },
] as const;
const LOOKS = [
  { value: 'chart', label: 'Charts', icon: <ChartColumn aria-hidden /> },
  { value: 'table', label: 'Table', icon: <Table2 aria-hidden /> },
] as const;
/** Periods that are shown: a quarter of weeks, a year of months. */
const COUNT = { WEEK: 13, MONTH: 12 };

const read = (params: URLSearchParams): View => ({
  by: params.get('by') === 'month' ? 'MONTH' : 'WEEK',
  look: params.get('look') === 'table' ? 'table' : 'chart',
});
const write = ({ by, look }: View, before: URLSearchParams): URLSearchParams => {
  const params = new URLSearchParams(before);
  if (by === 'MONTH') params.set('by', 'month');
  else params.delete('by');
  if (look === 'table') params.set('look', 'table');
  else params.delete('look');
  return params;
};

/** How quickly things get removed here, over time: small charts, or the table that says the same. */
export function ChapterNumbers({ chapterId }: { chapterId: string }) {
  const { view, change } = useAddressView(read, write);
  const { by, look } = view;
  const { data, previousData, error } = useQuery(CHAPTER_NUMBERS, {
    variables: { id: chapterId, by, count: COUNT[by] },
    fetchPolicy: 'cache-and-network',
  });
  const numbers = (data ?? previousData)?.chapter.numbers;
  return (
    <ChapterPart
      title="Numbers"
      actions={
        <>
          <Segments label="By" value={by} onChange={(next) => change({ by: next })} options={PERIODS} />
          <Segments label="Shown as" value={look} onChange={(next) => change({ look: next })} options={LOOKS} />
        </>
      }
    >
      {!numbers && error && <RefusalNote refusal={shownRefusal(error)} />}
      {!numbers && !error && <Skeleton shape="card" lines={5} label="Counting" />}
      {numbers && look === 'table' && <ChapterTable numbers={numbers} by={by} />}
      {numbers && look === 'chart' && (
        <div className="chapter-charts">
          {measuresOf(numbers).map((measure) => (
            <ChapterChart key={measure.id} measure={measure} numbers={numbers} by={by} />
          ))}
        </div>
      )}
    </ChapterPart>
  );
}

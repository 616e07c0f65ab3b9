import { BarChart } from '@chapterhouse/ui/bar-chart';
import { VisuallyHidden } from '@chapterhouse/ui/visually-hidden';
import { CountedLink } from './counted-link';
import { Legend } from './legend';
import { FEW, hoursWords, type NumberWords, shareWords } from './number-words';
import type { ShownGroup } from './shown-groups';

export type MonthChartProps = { words: NumberWords; groups: readonly ShownGroup[] };

/** Of shares that are lower the axis shows no more than this, so that 1 % looks small. */
const LEAST_PERCENT = 20;

/** Month by month: the median before the 85th percentile, or the share. A month of few stands back, one of none is empty. */
export function MonthChart({ words, groups }: MonthChartProps) {
  const unit = words.kind === 'time' ? 'working hours, median and 85th percentile' : 'percent';
  return (
    <BarChart
      label={`${words.title} in ${unit}, ${groups.length} months, oldest first`}
      least={words.kind === 'share' ? LEAST_PERCENT : undefined}
      bars={groups.map((group) => ({
        id: group.id,
        name: group.short,
        words: `${group.name}: ${valueWords(words, group)}`,
        ...valuesOf(words, group),
        told: <Told words={words} group={group} />,
      }))}
    />
  );
}

function valuesOf(words: NumberWords, { numbers }: ShownGroup) {
  if (numbers === null) return { value: null };
  if (words.kind === 'share') {
    const { share, of } = words.of(numbers);
    return { value: share === null ? null : share * 100, quiet: of < FEW };
  }
  const { medianHours, percentile85Hours, count } = words.of(numbers);
  return { value: medianHours, behind: percentile85Hours, quiet: count < FEW };
}

/** All that a group's bar says. */
export function valueWords(words: NumberWords, { numbers }: Pick<ShownGroup, 'numbers'>): string {
  if (words.kind === 'share') {
    const { share, count, of } = numbers ? words.of(numbers) : { share: null, count: 0, of: 0 };
    return share === null
      ? 'no data'
      : `${shareWords(share)}, ${count.toLocaleString('en')} of ${of.toLocaleString('en')}`;
  }
  const facts = numbers ? words.of(numbers) : null;
  if (!facts || facts.medianHours === null || facts.percentile85Hours === null) return 'no data';
  const { medianHours, percentile85Hours, count } = facts;
  return `median ${hoursWords(medianHours)}, 85 % within ${hoursWords(percentile85Hours)}, of ${count.toLocaleString('en')}`;
}

function Told({ words, group }: { words: NumberWords; group: ShownGroup }) {
  const { name, numbers, scope } = group;
  const share = numbers && words.kind === 'share' ? words.of(numbers) : null;
  const of = !numbers ? 0 : words.kind === 'time' ? words.of(numbers).count : words.of(numbers).of;
  const view = { ...scope, number: words.number, level: null };
  return (
    <>
      <strong>{name}</strong>
      <span className="ch-number">{valueWords(words, group)}</span>
      {of > 0 && of < FEW && <span>too few to build on</span>}
      {share && share.count > 0 && share.count < of && (
        <CountedLink view={{ ...view, counted: true }}>
          Open the {share.count.toLocaleString('en')}
          <VisuallyHidden> of {name}</VisuallyHidden>
        </CountedLink>
      )}
      {of > 0 && (
        <CountedLink view={{ ...view, counted: false }}>
          Open {share ? 'all' : 'the'} {of.toLocaleString('en')}
          <VisuallyHidden> of {name}</VisuallyHidden>
        </CountedLink>
      )}
      {words.kind === 'time' && <Legend />}
    </>
  );
}

import { Button } from '@chapterhouse/ui/button';
import { useState } from 'react';
import { CountedLink } from './counted-link';
import { Legend } from './legend';
import { FEW, hoursWords, type NumberWords, shareWords } from './number-words';
import type { NumbersView } from './numbers-view';
import { valueWords } from './month-chart';
import type { ShownGroup } from './shown-groups';
import './group-bars.css';

export type GroupBarsProps = { words: NumberWords; groups: readonly ShownGroup[]; by: NumbersView['by'] };

type Line = {
  group: ShownGroup;
  value: number;
  behind: number | null;
  text: string;
  /** How many it counts; null: all that it is of. */
  count: number | null;
  of: number;
};

/** As many as one looks at. */
const FIRST = 8;
const OF = { AREA: 'areas', TEAM: 'teams', SOURCE: 'sources', MONTH: 'months' } as const;

/** Side by side, the highest first; those of few after them. Each opens what it counts. Those without data are missing. */
export function GroupBars({ words, groups, by }: GroupBarsProps) {
  const [all, setAll] = useState(false);
  const lines = groups.flatMap((group) => lineOf(words, group)).toSorted(byWeight);
  if (lines.length === 0) return <p className="group-bars__lack">None of the {OF[by]} has data.</p>;
  const few = lines.some(({ of }) => of < FEW);
  const first = lines.some(({ value }) => value > 0) ? FIRST : 0;
  const shown = lines.slice(0, all ? lines.length : first);
  const top = words.kind === 'share' ? 100 : Math.max(...lines.map(({ value, behind }) => behind ?? value), 1);
  return (
    <div className="group-bars">
      {first === 0 && !all && (
        <p className="group-bars__lack">
          {lines[0]?.text} in each of the {OF[by]}.
        </p>
      )}
      {shown.length > 0 && (
        <ul
          className="group-bars__lines"
          aria-label={`${words.title} by ${OF[by]}, the highest first${few ? `, those of fewer than ${FEW} after them` : ''}`}
        >
          {shown.map((line) => (
            <li key={line.group.id}>
              <GroupLine words={words} line={line} top={top} />
            </li>
          ))}
        </ul>
      )}
      <div className="group-bars__foot">
        {lines.length > first && (
          <Button size="sm" variant="ghost" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : `Show all ${lines.length}`}
          </Button>
        )}
        {shown.some(({ of }) => of < FEW) && <span className="group-bars__lack">Pale: of fewer than {FEW}</span>}
        {words.kind === 'time' && <Legend />}
      </div>
    </div>
  );
}

/** What is of few says little, and stands after the others. */
function byWeight(one: Line, other: Line): number {
  return Number(one.of < FEW) - Number(other.of < FEW) || other.value - one.value || other.of - one.of;
}

function GroupLine({ words, line, top }: { words: NumberWords; line: Line; top: number }) {
  const { group, value, behind, text, count, of } = line;
  const wide = (part: number) => `${(part / top) * 100}%`;
  return (
    <CountedLink
      className="group-bars__line"
      view={{ ...group.scope, number: words.number, level: null, counted: count !== null && count > 0 }}
      aria-label={`${group.name}: ${valueWords(words, group)}`}
      data-few={of < FEW || undefined}
    >
      <span className="group-bars__name">{group.name}</span>
      <svg className="group-bars__plot" aria-hidden>
        <rect className="group-bars__room" width="100%" height="100%" />
        {behind !== null && <rect className="group-bars__behind" width={wide(behind)} height="100%" />}
        <rect className="group-bars__value" width={wide(value)} height="100%" />
      </svg>
      <span className="group-bars__text">{text}</span>
      <span className="group-bars__of">
        {count !== null && `${count.toLocaleString('en')} `}of {of.toLocaleString('en')}
      </span>
    </CountedLink>
  );
}

function lineOf(words: NumberWords, group: ShownGroup): Line[] {
  const { numbers } = group;
  if (numbers === null) return [];
  if (words.kind === 'share') {
    const { share, count, of } = words.of(numbers);
    return share === null ? [] : [{ group, value: share * 100, behind: null, text: shareWords(share), count, of }];
  }
  const { medianHours, percentile85Hours, count } = words.of(numbers);
  if (medianHours === null) return [];
  return [
    { group, value: medianHours, behind: percentile85Hours, text: hoursWords(medianHours), count: null, of: count },
  ];
}

import { Button } from '@chapterhouse/ui/button';
import { Download, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Problem } from './outcome';

/** Problems shown before one asks for more. */
const SHOWN = 8;

export type ProblemsListProps = { problems: readonly Problem[]; count: number; reportAddress: string };

/** What could not be read or done, what was taken in a way that somebody may want otherwise, and where; the report has all of them. */
export function ProblemsList({ problems, count, reportAddress }: ProblemsListProps) {
  const [all, setAll] = useState(false);
  if (count === 0) return null;
  const shown = all ? problems : problems.slice(0, SHOWN);
  return (
    <section className="import-problems" aria-labelledby="problems-title">
      <div className="import__head">
        <h3 id="problems-title">
          <TriangleAlert aria-hidden />
          {count === 1 ? 'One thing to look at' : `${count.toLocaleString('en')} things to look at`}
        </h3>
        <a className="import-problems__report" href={reportAddress} download>
          <Download aria-hidden />
          Report (CSV)
        </a>
      </div>
      <ul className="import-problems__list">
        {shown.map(({ where, what }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- the same place may have the same problem twice
          <li key={`${index} ${where}`} className="import-problems__row">
            <code>{where}</code>
            <span>{what}</span>
          </li>
        ))}
      </ul>
      {problems.length > SHOWN && (
        <Button size="sm" variant="ghost" onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show ${problems.length - SHOWN} more`}
        </Button>
      )}
      {count > problems.length && (
        <p className="import__calm">The report has all {count.toLocaleString('en')} of them.</p>
      )}
    </section>
  );
}

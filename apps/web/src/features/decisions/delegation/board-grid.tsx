import { DELEGATION_LEVELS, LEVEL_RULES } from '@chapterhouse/domain/decisions/delegation-levels';
import type { ReactNode } from 'react';
import './board.css';

/** The columns of the seven levels over the rows of decision areas. */
export function BoardGrid({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="delegation">
      <div className="delegation__heads" aria-hidden>
        <span className="delegation__side">Who is accountable decides</span>
        <span className="delegation__side delegation__side--both">Both</span>
        <span className="delegation__side delegation__side--delegate">Who is trusted decides</span>
        {DELEGATION_LEVELS.map((level) => (
          <span key={level} className="delegation__head">
            <span className="delegation__head-number">{LEVEL_RULES[level].number}</span> {LEVEL_RULES[level].title}
          </span>
        ))}
      </div>
      <ul className="delegation__rows" aria-label={label}>
        {children}
      </ul>
    </div>
  );
}

import type { LadderLevel } from '@chapterhouse/domain/impediments/impediment-ladder';
import { ArrowRight, Clock } from 'lucide-react';
import type { ReactNode } from 'react';
import { levelSentences } from './level-sentences';

export type LadderStepsProps = {
  /** The lowest first. */
  levels: readonly LadderLevel[];
  /** Hours of a working day. */
  dayLength: number;
  /** The fields of a level, where they are edited. */
  fields?: (level: LadderLevel) => ReactNode;
};

/** The levels as steps that rise; each says in sentences what it promises. */
export function LadderSteps({ levels, dayLength, fields }: LadderStepsProps) {
  return (
    <ol className="ladder">
      {levels.map((level, index) => {
        const above = levels[index + 1];
        const words = { ...level, name: level.name || `level ${level.level}` };
        return (
          <li key={level.level} className="ladder__step" aria-label={`Level ${level.level}`}>
            <p className="ladder__number">Level {level.level}</p>
            {fields ? fields(level) : <h2 className="ladder__name">{level.name}</h2>}
            <div className="ladder__promise">
              <Clock aria-hidden />
              <div>
                {levelSentences(words, above ? above.name || `level ${above.level}` : null, dayLength).map(
                  (sentence) => (
                    <p key={sentence}>{sentence}</p>
                  ),
                )}
              </div>
            </div>
            {above && (
              <p className={level.escalatesByItself ? 'ladder__up ladder__up--itself' : 'ladder__up'}>
                {level.escalatesByItself ? 'by itself' : 'by somebody'}
                <ArrowRight aria-hidden />
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}

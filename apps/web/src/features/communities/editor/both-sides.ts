import { mergePage } from '@chapterhouse/domain/communities/page-merge';

export type BothSides = {
  /** What was merged by itself, with this person's words where both wrote. */
  mine: string;
  /** The same with the others' words there. */
  theirs: string;
  /** How many places are to be chosen. */
  places: number;
};

/** Two texts that differ only where a person has to choose. @param base what both began from */
export function bothSides(base: string, mine: string, theirs: string): BothSides {
  const { parts } = mergePage(base, mine, theirs);
  const side = (of: 'mine' | 'theirs') =>
    parts.flatMap((part) => ('lines' in part ? part.lines : part.conflict[of])).join('\n');
  return { mine: side('mine'), theirs: side('theirs'), places: parts.filter((part) => 'conflict' in part).length };
}

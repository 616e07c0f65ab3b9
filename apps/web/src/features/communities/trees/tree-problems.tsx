import type { DecisionTreeProblem, TreeProblemCode } from '@chapterhouse/domain/communities/decision-tree-problems';
import { announce } from '@chapterhouse/ui/live-region';
import { CircleCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useSettled } from '../../../platform/page/use-settled';

/** Of the tree that a text tells; everything else is a slip of the text itself. */
const OF_TREE: ReadonlySet<TreeProblemCode> = new Set<TreeProblemCode>([
  'EMPTY',
  'NO_ROOT',
  'SECOND_ROOT',
  'ORPHAN',
  'DEAD_END',
  'CYCLE',
  'ANSWER_WITHOUT_WORDS',
  'ANSWERS_ALIKE',
  'SAME_TARGET',
]);

/** Whether the text itself cannot be read there: what is read of the tree is not all of it. */
export const isOfText = ({ code }: DecisionTreeProblem): boolean => !OF_TREE.has(code);

export type TreeProblemsProps = {
  problems: readonly DecisionTreeProblem[];
  notes: readonly { line: number; words: string }[];
  /** Nothing is written yet. */
  blank: boolean;
  onGo: (line: number, column: number) => void;
};

/** What keeps the tree from being published, each with the way to its place. */
export function TreeProblems({ problems, notes, blank, onGo }: TreeProblemsProps) {
  const count = problems.length;
  const said = useSettled(count, 1_500);
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else announce(said === 0 ? 'The tree has no problems.' : said === 1 ? 'One problem.' : `${said} problems.`);
  }, [said]);
  if (blank) return null;
  return (
    <section className="tree-problems" aria-label="What is wrong with it">
      {count === 0 ? (
        <p className="tree-problems__none">
          <CircleCheck aria-hidden /> It can be walked from its beginning to each outcome.
        </p>
      ) : (
        <>
          <h3>
            {count === 1
              ? 'One problem keeps it from being published'
              : `${count} problems keep it from being published`}
          </h3>
          <ul>
            {problems.map(({ code, words, line, column }) => (
              <li key={`${code} ${line} ${column} ${words}`}>
                {line !== null && (
                  <button type="button" className="tree-problems__place" onClick={() => onGo(line, column ?? 1)}>
                    Line {line}
                  </button>
                )}{' '}
                {words}
              </li>
            ))}
          </ul>
        </>
      )}
      {notes.length > 0 && (
        <details>
          <summary>
            {notes.length === 1 ? 'One line is' : `${notes.length} lines are`} left out when the tree is changed as a
            tree
          </summary>
          <ul>
            {notes.map(({ line, words }) => (
              <li key={`${line} ${words}`}>
                <button type="button" className="tree-problems__place" onClick={() => onGo(line, 1)}>
                  Line {line}
                </button>{' '}
                {words}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

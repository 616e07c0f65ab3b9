import { TriangleAlert } from 'lucide-react';
import type { DependencyFactsFragment } from '../../../generated/graphql';
import { withDayWords } from './day-sentences';
import { useDayWords } from './use-day-words';
import './dependency-conflicts.css';

/** What is wrong between the two sides, one sentence each; nothing where all is well. */
export function DependencyConflicts({ words }: { words: DependencyFactsFragment['conflictWords'] }) {
  const day = useDayWords();
  if (words.length === 0) return null;
  return (
    <ul className="dependency-conflicts" aria-label="In conflict">
      {words.map((sentence) => (
        <li key={sentence}>
          <TriangleAlert aria-hidden />
          <span>{withDayWords(sentence, day)}</span>
        </li>
      ))}
    </ul>
  );
}

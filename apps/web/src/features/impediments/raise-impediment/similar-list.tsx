import { useQuery } from '@apollo/client/react';
import { SIMILAR_IMPEDIMENTS } from '../similar-impediments.operations';
import { useSettled } from '../../../platform/page/use-settled';
import { EarlierOne } from './earlier-one';
import { foldSameTitles } from './same-titles';

/** Fewer letters say nothing yet. */
const LEAST_LETTERS = 6;
/** More would push the form away. */
const MOST = 3;

export type SimilarListProps = { title: string; onOpen: () => void };

/** Earlier ones that read alike, with how they were resolved: the answer may be there already. */
export function SimilarList({ title, onOpen }: SimilarListProps) {
  const settled = useSettled(title.trim(), 300);
  const skip = settled.length < LEAST_LETTERS;
  const { data, previousData } = useQuery(SIMILAR_IMPEDIMENTS, { variables: { title: settled }, skip });
  const similar = skip ? [] : foldSameTitles((data ?? previousData)?.similarImpediments ?? []).slice(0, MOST);
  return (
    <div className="similar" aria-live="polite">
      {similar.length > 0 && (
        <>
          <p className="similar__head">
            {similar.length === 1 && similar[0]?.others.length === 0
              ? 'This one reads alike. Is it the same?'
              : 'These read alike. Is it one of them?'}
          </p>
          <ul className="similar__list">
            {similar.map(({ first, others }) => (
              <EarlierOne key={first.id} impediment={first} others={others} onOpen={onOpen} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

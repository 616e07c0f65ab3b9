import { classNames } from '@chapterhouse/ui/class-names';
import type { Ref } from 'react';
import { Link, useLocation } from 'react-router';
import type { DecisionsQuery } from '../../../generated/graphql';
import { MarkedText } from '../../../platform/page/marked-text';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { DecisionFacts } from '../decision-facts';
import { DecisionStateBadge } from '../decision-state-badge';

export type DecisionHit = DecisionsQuery['decisions']['edges'][number]['node'];

export type DecisionHitsProps = {
  hits: readonly DecisionHit[];
  /** What was asked last is still on its way. */
  stale: boolean;
  ref: Ref<HTMLOListElement>;
};

/** What was found, with the words that were looked for marked. `j` and `k` walk, Enter opens. */
export function DecisionHits({ hits, stale, ref }: DecisionHitsProps) {
  const { pathname, search } = useLocation();
  useShortcut({ key: 'k', label: 'Previous decision', run: () => step(-1) });
  useShortcut({ key: 'j', label: 'Next decision', run: () => step(1) });
  return (
    <ol ref={ref} className={classNames('hits', stale && 'hits--stale')} aria-busy={stale || undefined}>
      {hits.map(({ decision, titleMarked, snippet }) => (
        <li key={decision.id} className="hit">
          <p className="hit__key">{decision.key}</p>
          <div className="hit__words">
            <h2 className="hit__title">
              <Link data-hit to={`/decisions/${decision.key}`} state={{ from: pathname + search }}>
                <MarkedText text={titleMarked || decision.title} />
              </Link>
            </h2>
            {snippet !== '' && (
              <p className="hit__snippet">
                <MarkedText text={withoutMarks(snippet)} />
              </p>
            )}
            <DecisionFacts decision={decision} />
          </div>
          <DecisionStateBadge state={decision.state} />
        </li>
      ))}
    </ol>
  );
}

/** What was found in the middle of Markdown reads as words. */
const withoutMarks = (text: string): string => text.replaceAll(/\*\*|__|`|^#+ /gmu, '');

/** The link before or after the one under the keyboard; the first where none is. */
function step(by: number): void {
  const links = [...document.querySelectorAll<HTMLElement>('[data-hit]')];
  const at = links.findIndex((link) => link === document.activeElement);
  const next = at === -1 ? links[0] : links[at + by];
  next?.focus();
}

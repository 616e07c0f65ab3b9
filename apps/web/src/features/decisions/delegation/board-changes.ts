import type { NamedScope } from '@chapterhouse/domain/decisions/delegation-words';
import { workingHours } from '@chapterhouse/domain/decisions/delegation-words';
import type { DelegationCellFactsFragment } from '../../../generated/graphql';
import { asks, encodeTerms, hasVeto, termsOf, termsWords } from './board-terms';

/** What one version did to one decision area, in words. */
export type BoardChange = { area: string; words: string };

/** What the later of two versions changed, in the order in which it stands there; what it took away comes last. */
export function changesOf(
  before: readonly DelegationCellFactsFragment[],
  after: readonly DelegationCellFactsFragment[],
  scope: NamedScope,
): BoardChange[] {
  const cellOf = (cells: readonly DelegationCellFactsFragment[], id: string) =>
    cells.find(({ decisionArea }) => decisionArea.id === id);
  const put = after.flatMap((cell): BoardChange[] => {
    const earlier = cellOf(before, cell.decisionArea.id);
    const area = cell.decisionArea.name;
    if (earlier === undefined) return [{ area, words: fullWords(cell, scope) }];
    if (encodeTerms(termsOf(earlier)) === encodeTerms(termsOf(cell))) return [];
    return [{ area, words: `${fullWords(cell, scope)}; was ${fullWords(earlier, scope)}` }];
  });
  const taken = before
    .filter(({ decisionArea }) => cellOf(after, decisionArea.id) === undefined)
    .map((cell) => ({ area: cell.decisionArea.name, words: `taken off; was ${fullWords(cell, scope)}` }));
  return [...put, ...taken];
}

/** "5 Advise, Technical Lead, 16 working hours to answer, 8 working hours for a veto" */
function fullWords(cell: DelegationCellFactsFragment, scope: NamedScope): string {
  const { level, vetoHours, answerHours } = cell;
  return [
    termsWords(termsOf(cell), scope),
    asks(level) && `${workingHours(answerHours)} to answer`,
    hasVeto(level) && (vetoHours === 0 ? 'no veto' : `${workingHours(vetoHours)} for a veto`),
  ]
    .filter(Boolean)
    .join(', ');
}

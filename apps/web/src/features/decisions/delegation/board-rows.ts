import type { DelegationBoardFactsFragment } from '../../../generated/graphql';
import type { KnownScope } from '../scopes/use-decision-scopes';
import type { ShownRow } from './board-row';
import { type CellTerms, encodeTerms, inheritedCells, sentenceOf, termsOf, undelegatedSentence } from './board-terms';

export type RowsToShow = {
  areas: readonly ShownRow['area'][];
  /** What this board says of a decision area, edits included. */
  own: (areaId: string) => CellTerms | null;
  /** What it said when it was saved. */
  saved: Readonly<Record<string, string | null>>;
  board: DelegationBoardFactsFragment;
  /** The board above; undefined where there is none, or it is not known yet. */
  above: DelegationBoardFactsFragment | undefined;
  scope: KnownScope;
  changed: readonly string[];
};

/** Each decision area with what counts for it here: of this board, else of the nearest above. */
export function shownRows({ areas, own, saved, board, above, scope, changed }: RowsToShow): ShownRow[] {
  const inherited = inheritedCells(board);
  return areas.map((area): ShownRow => {
    const mine = own(area.id);
    const isChanged = changed.includes(area.id);
    if (mine !== null) {
      // As it was saved, the server's words count: it knows who answers for a role.
      const asSaved = encodeTerms(mine) === saved[area.id];
      const cell = asSaved ? board.cells.find(({ decisionArea }) => decisionArea.id === area.id) : undefined;
      const sentence = cell?.sentence ?? sentenceOf(mine, area.name, scope);
      return { area, terms: mine, inheritedFrom: null, sentence, changed: isChanged };
    }
    // What this board hid is known to the board above only.
    const hidden = (saved[area.id] ?? null) !== null ? above?.cells : undefined;
    const cell = inherited.get(area.id) ?? hidden?.find(({ decisionArea }) => decisionArea.id === area.id);
    if (cell === undefined) {
      const sentence = undelegatedSentence(area.name, scope);
      return { area, terms: null, inheritedFrom: null, sentence, changed: isChanged };
    }
    const terms = termsOf(cell);
    const isHere = inherited.has(area.id);
    return {
      area,
      terms,
      inheritedFrom: (cell.inheritedFrom ?? above?.scope)?.name ?? null,
      sentence: isHere ? cell.sentence : sentenceOf(terms, area.name, scope),
      changed: isChanged,
    };
  });
}

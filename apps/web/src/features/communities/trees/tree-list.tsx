import type { DecisionTree } from '@chapterhouse/domain/communities/decision-tree';
import { useMemo } from 'react';
import { type OutlineRow, outlineRows } from './outline-rows';
import { nodeWords } from './tree-words';
import './tree-list.css';

/** A tree in words, for whoever reads it as a list. */
export function TreeList({ tree }: { tree: DecisionTree }) {
  const rows = useMemo(() => outlineRows(tree), [tree]);
  return <Level tree={tree} rows={rows} parent={null} />;
}

function Level({ tree, rows, parent }: { tree: DecisionTree; rows: readonly OutlineRow[]; parent: string | null }) {
  const own = rows.filter((row) => row.parent === parent);
  if (own.length === 0) return null;
  return (
    <ul className="tree-list">
      {own.map((row) => {
        const answer = row.answer === null ? null : tree.answers[row.answer];
        return (
          <li key={row.key}>
            {answer && answer.text !== '' && <strong className="tree-list__answer">{answer.text}:</strong>}{' '}
            <span className="tree-list__words">{nodeWords(row.node)}</span>
            {row.again && row.node.kind !== 'OUTCOME' && <span className="tree-list__again"> (as above)</span>}
            <Level tree={tree} rows={rows} parent={row.key} />
          </li>
        );
      })}
    </ul>
  );
}

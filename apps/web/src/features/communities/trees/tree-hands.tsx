import type { DecisionTree } from '@chapterhouse/domain/communities/decision-tree';
import {
  addBranch,
  addNode,
  hasRoom,
  moveAnswer,
  removeBranch,
} from '@chapterhouse/domain/communities/decision-tree-edits';
import type { DecisionTreeProblem } from '@chapterhouse/domain/communities/decision-tree-problems';
import { Button } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { announce } from '@chapterhouse/ui/live-region';
import { Segments } from '@chapterhouse/ui/segments';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { GitFork } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { focusForm } from './focus-form';
import { NodeForm } from './node-form';
import { outlineRows } from './outline-rows';
import type { NodeMark } from './tree-picture';
import { TreeOutline } from './tree-outline';
import { nodeWords } from './tree-words';
import { FIRST_WORDS, NEW_OUTCOME } from './words-field';

const TreePicture = lazy(async () => ({ default: (await import('./tree-picture')).TreePicture }));

export type TreeChange = (edit: (tree: DecisionTree) => DecisionTree, of?: string) => void;

export type TreeHandsProps = {
  tree: DecisionTree;
  problems: readonly DecisionTreeProblem[];
  /** Why it cannot be changed here: it is read along, or its text has slips that would be lost. */
  locked: 'reading' | 'slips' | null;
  onChange: TreeChange;
};

const LOOKS = [
  { value: 'outline', label: 'Outline' },
  { value: 'picture', label: 'Picture' },
] as const;

/** A tree to work on: chosen in its outline or its picture, worded in a form below. */
export function TreeHands({ tree, problems, locked, onChange }: TreeHandsProps) {
  const [look, setLook] = useState<'outline' | 'picture'>('outline');
  const [chosen, setChosen] = useState<string | null>(null);
  const rows = useMemo(() => outlineRows(tree), [tree]);
  const row = rows.find(({ key }) => key === chosen) ?? rows.find(({ node }) => node.id === chosen) ?? rows[0] ?? null;
  const marks = useMemo(
    () => new Map(problems.flatMap(({ nodeId }) => (nodeId === null ? [] : [[nodeId, 'problem' as NodeMark]]))),
    [problems],
  );

  const begin = () => {
    onChange((before) => addNode(before, FIRST_WORDS, true).tree);
    focusForm('words', FIRST_WORDS);
  };
  const branch = (from: string) => {
    if (locked || !hasRoom(tree)) return;
    onChange((before) => {
      const grown = addBranch(before, from, { answer: '', words: NEW_OUTCOME });
      setChosen(grown.id);
      return grown.tree;
    });
    focusForm('incoming', NEW_OUTCOME);
  };
  const remove = (id: string) => {
    if (locked) return;
    const words = nodeWords(tree.nodes.find((node) => node.id === id) ?? { id, text: '' });
    setChosen(row?.parent ?? null);
    onChange((before) => removeBranch(before, id));
    announce(`${words} is removed, with what only it leads to. u takes it back.`);
  };
  useShortcut({
    key: 'a',
    label: 'Add an answer to the chosen question',
    when: locked === null && row !== null,
    run: () => row && branch(row.node.id),
  });

  if (rows.length === 0) {
    return (
      <EmptyState
        icon={<GitFork />}
        title="No question is asked yet."
        action={
          locked === null && (
            <Button variant="primary" onClick={begin}>
              Begin with a question
            </Button>
          )
        }
      >
        <p>A tree asks one question after the other, until it comes to an outcome. Write it here, or as text.</p>
      </EmptyState>
    );
  }
  return (
    <div className="tree-hands">
      <Segments label="How the tree is shown" value={look} onChange={setLook} options={LOOKS} />
      {locked === 'slips' && (
        <p className="tree-hands__locked" role="note">
          The text has slips, so not all of the tree can be read. Mend them in the text; then the tree can be changed
          here again.
        </p>
      )}
      {look === 'outline' ? (
        <TreeOutline
          tree={tree}
          rows={rows}
          chosen={row?.key ?? ''}
          marks={marks}
          onChoose={setChosen}
          onOpen={() => focusForm('words')}
          onRemove={remove}
          onMove={(position, by) => locked === null && onChange((before) => moveAnswer(before, position, by))}
        />
      ) : (
        <Suspense fallback={<Skeleton shape="card" lines={8} label="Drawing" />}>
          <TreePicture
            tree={tree}
            label="The tree"
            selected={row?.node.id ?? null}
            onSelect={setChosen}
            marks={marks}
          />
        </Suspense>
      )}
      {row && (
        <NodeForm
          key={row.node.id}
          tree={tree}
          node={row.node}
          problems={problems.filter(({ nodeId }) => nodeId === row.node.id)}
          locked={locked !== null}
          onChange={onChange}
          onChoose={setChosen}
          onBranch={() => branch(row.node.id)}
          onRemove={() => remove(row.node.id)}
        />
      )}
    </div>
  );
}

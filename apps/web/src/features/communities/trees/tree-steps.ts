import { type DecisionTree, rootOf } from '@chapterhouse/domain/communities/decision-tree';

export type TreeKey = 'up' | 'down' | 'left' | 'right' | 'home';

/**
 * The node that an arrow key leads to in the picture: along the answers, or to the next answer of the same question.
 * @param across it is drawn to the right, not downwards
 */
export function nodeThere(tree: DecisionTree, id: string, key: TreeKey, across: boolean): string | null {
  if (key === 'home') return rootOf(tree)?.id ?? null;
  const [onward, backward, before] = across ? (['right', 'left', 'up'] as const) : (['down', 'up', 'left'] as const);
  const parent = tree.answers.find(({ to }) => to === id)?.from ?? null;
  if (key === onward) return tree.answers.find(({ from }) => from === id)?.to ?? null;
  if (key === backward) return parent;
  const beside = tree.answers.filter(({ from }) => from === parent).map(({ to }) => to);
  return beside[beside.indexOf(id) + (key === before ? -1 : 1)] ?? null;
}

import type { DecisionTree, TreeNode, TreeNodeKind } from '@chapterhouse/domain/communities/decision-tree';

export const NODE_KIND_WORDS: Record<TreeNodeKind, string> = {
  QUESTION: 'Question',
  STEP: 'Step',
  OUTCOME: 'Outcome',
};

/** A node without words yet is told by its name. */
export const nodeWords = ({ id, text }: Pick<TreeNode, 'id' | 'text'>): string => text.trim() || id;

/** The first line says it; what stands below it is what to do. */
export function headAndRest(text: string): { head: string; rest: string } {
  const [head = '', ...rest] = text.split('\n');
  return { head, rest: rest.join('\n').trim() };
}

const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

/** `7 questions, 4 outcomes`. */
export function sizeWords({ nodes }: DecisionTree): string {
  const of = (kind: TreeNodeKind) => nodes.filter((node) => node.kind === kind).length;
  const steps = of('STEP');
  return [
    counted(of('QUESTION'), 'question', 'questions'),
    ...(steps > 0 ? [counted(steps, 'step', 'steps')] : []),
    counted(of('OUTCOME'), 'outcome', 'outcomes'),
  ].join(', ');
}

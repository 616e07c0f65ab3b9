import type { DecisionTree, TreeNode } from '@chapterhouse/domain/communities/decision-tree';

/** A line of a tree as a list: a node, and the answer that leads to it here. */
export type OutlineRow = {
  /** Of the way to it, so that a node that several answers lead to has several. */
  key: string;
  node: TreeNode;
  depth: number;
  /** In `tree.answers`; null: nothing leads here. */
  answer: number | null;
  /** The row that it stands below. */
  parent: string | null;
  /** Its answers are told in an earlier row. */
  again: boolean;
  /** Rows right below it, whether they are shown or not. */
  below: number;
};

/** Every node below the answer that leads to it, as deep as it is asked; what nothing leads to stands at the end. */
export function outlineRows(tree: DecisionTree): OutlineRow[] {
  const nodes = new Map(tree.nodes.map((node) => [node.id, node]));
  const answers = new Map<string, number[]>();
  tree.answers.forEach(({ from }, index) => answers.set(from, [...(answers.get(from) ?? []), index]));
  const told = new Set<string>();
  const rows: OutlineRow[] = [];
  const tell = (id: string, depth: number, answer: number | null, parent: OutlineRow | null): void => {
    const node = nodes.get(id);
    if (!node) return;
    const again = told.has(id);
    told.add(id);
    const own = again ? [] : (answers.get(id) ?? []);
    const key = parent === null ? id : `${parent.key}/${answer ?? ''}`;
    const row = { key, node, depth, answer, parent: parent?.key ?? null, again, below: own.length };
    rows.push(row);
    for (const position of own) tell(tree.answers[position]?.to ?? '', depth + 1, position, row);
  };
  const led = new Set(tree.answers.map(({ to }) => to));
  for (const { id } of tree.nodes) if (!led.has(id)) tell(id, 0, null, null);
  // A circle has no beginning: what is left is told from its first node on.
  for (const { id } of tree.nodes) if (!told.has(id)) tell(id, 0, null, null);
  return rows;
}

/** Those that are not below a closed one. */
export function shownRows(rows: readonly OutlineRow[], closed: ReadonlySet<string>): OutlineRow[] {
  const hidden = new Set<string>();
  return rows.filter(({ key, parent }) => {
    const shown = parent === null || !(hidden.has(parent) || closed.has(parent));
    if (!shown) hidden.add(key);
    return shown;
  });
}

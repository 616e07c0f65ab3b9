import { type DecisionTree, type TreeAnswer, answersByNode } from './decision-tree.js';

/** An answer that leads back, and the way round: from what it leads to, and to it again. */
export interface TreeCycle {
  answer: TreeAnswer;
  through: string[];
}

/** The answers without which nothing would lead back, as they are met; each names one way round. */
export function cyclesOf(tree: DecisionTree): TreeCycle[] {
  const answers = answersByNode(tree);
  const cycles: TreeCycle[] = [];
  const done = new Set<string>();
  for (const { id } of beginnings(tree)) {
    if (done.has(id)) continue;
    // Without recursion: a line of 500 steps must not be too deep.
    const way: { id: string; next: number }[] = [{ id, next: 0 }];
    const onTheWay = new Set([id]);
    for (let here = way.at(-1); here !== undefined; here = way.at(-1)) {
      const answer = answers.get(here.id)?.[here.next];
      here.next += 1;
      if (answer === undefined) {
        way.pop();
        onTheWay.delete(here.id);
        done.add(here.id);
      } else if (onTheWay.has(answer.to)) {
        const ids = way.map((step) => step.id);
        cycles.push({ answer, through: [...ids.slice(ids.indexOf(answer.to)), answer.to] });
      } else if (!done.has(answer.to)) {
        way.push({ id: answer.to, next: 0 });
        onTheWay.add(answer.to);
      }
    }
  }
  return cycles;
}

/** Roots first: what leads back is then the last step of a way round, not the first. */
function beginnings({ nodes, answers }: DecisionTree): DecisionTree['nodes'] {
  const reached = new Set(answers.map(({ to }) => to));
  return [...nodes.filter(({ id }) => !reached.has(id)), ...nodes];
}

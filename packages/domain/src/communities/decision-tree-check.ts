import { type DecisionTree, type TreeAnswer, type TreeNode, answersByNode } from './decision-tree.js';
import { cyclesOf } from './decision-tree-cycles.js';
import type { DecisionTreeProblem, TreePlaces, TreeProblemCode } from './decision-tree-problems.js';

/**
 * What keeps a tree from being walked: it has exactly one root, whatever is asked has answers that can be told apart, everything
 * is reached, nothing leads back.
 * @param places where the parts are said, when the tree was read from a text; the problems are in that order then
 */
export function structureProblems(tree: DecisionTree, places?: TreePlaces): DecisionTreeProblem[] {
  if (tree.nodes.length === 0)
    return [problem('EMPTY', 'Write the first question: A{What is asked?}.', { line: 1, column: 1 })];
  const problems = [...rootProblems(tree), ...cycleProblems(tree), ...answerProblems(tree)].map(({ about, ...found }) =>
    problem(found.code, found.words, placeOf(about, tree, places), nodeOf(about)),
  );
  return places === undefined ? problems : problems.sort((one, other) => placed(one) - placed(other));
}

interface Found {
  code: TreeProblemCode;
  words: string;
  about: TreeNode | TreeAnswer;
}

function rootProblems({ nodes, answers }: DecisionTree): Found[] {
  const reached = new Set(answers.map(({ to }) => to));
  const asking = new Set(answers.map(({ from }) => from));
  const roots = nodes.filter(({ id }) => !reached.has(id));
  const [first] = nodes;
  if (roots.length === 0 && first !== undefined)
    return [
      found(
        'NO_ROOT',
        first,
        'A walk cannot begin: something leads to every question. Take away what leads to the first.',
      ),
    ];
  // The first that asks something; a lone outcome above it is the one that hangs loose.
  const root = roots.find(({ id }) => asking.has(id)) ?? roots[0];
  return roots.flatMap((node) => {
    if (node === root)
      return asking.has(node.id)
        ? []
        : [found('DEAD_END', node, `${quoted(node)} has no answers: draw an arrow (-->) to each.`)];
    return asking.has(node.id)
      ? [found('SECOND_ROOT', node, `Two beginnings: nothing leads to ${quoted(node)}, nor to ${quoted(root)}.`)]
      : [found('ORPHAN', node, `Nothing leads to ${quoted(node)}, and it leads nowhere: join it or take it away.`)];
  });
}

function cycleProblems(tree: DecisionTree): Found[] {
  const words = new Map(tree.nodes.map((node) => [node.id, quoted(node)]));
  return cyclesOf(tree).map(({ answer, through }) =>
    found(
      'CYCLE',
      answer,
      `This leads back to ${words.get(answer.to) ?? answer.to}: ` +
        `${shortened(through.map((id) => words.get(id) ?? id)).join(' → ')}. A walk must come to an end.`,
    ),
  );
}

function answerProblems(tree: DecisionTree): Found[] {
  const answers = answersByNode(tree);
  return tree.nodes.flatMap((node) => {
    const own = answers.get(node.id) ?? [];
    if (own.length === 0)
      return node.kind === 'QUESTION' && tree.answers.some(({ to }) => to === node.id)
        ? [found('DEAD_END', node, `${quoted(node)} is a question without answers: draw an arrow (-->) for each.`)]
        : [];
    return own.flatMap((answer, index) => {
      const before = own.slice(0, index);
      if (before.some(({ to }) => to === answer.to))
        return [
          found('SAME_TARGET', answer, `Two answers of ${quoted(node)} lead to the same: write them as one answer.`),
        ];
      if (own.length === 1) return [];
      if (answer.text === '')
        return [found('ANSWER_WITHOUT_WORDS', answer, `Say which answer of ${quoted(node)} this is: -->|yes|.`)];
      return before.some(({ text }) => alike(text, answer.text))
        ? [
            found(
              'ANSWERS_ALIKE',
              answer,
              `${quoted(node)} has the answer “${answer.text}” twice: nobody could tell them apart.`,
            ),
          ]
        : [];
    });
  });
}

function alike(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function found(code: TreeProblemCode, about: Found['about'], words: string): Found {
  return { code, words, about };
}

function quoted(node: TreeNode | undefined): string {
  const words = (node?.text ?? '').replaceAll('\n', ' ');
  return words.length > 60 ? `“${Array.from(words).slice(0, 57).join('')}…”` : `“${words}”`;
}

/** Of a long way round its beginning and end. */
function shortened(words: string[]): string[] {
  return words.length <= 6 ? words : [...words.slice(0, 3), '…', ...words.slice(-2)];
}

type Place = { line: number; column: number } | null;

function problem(
  code: TreeProblemCode,
  words: string,
  place: Place,
  nodeId: string | null = null,
): DecisionTreeProblem {
  return { code, words, line: place?.line ?? null, column: place?.column ?? null, nodeId };
}

function nodeOf(about: TreeNode | TreeAnswer): string {
  return 'id' in about ? about.id : about.from;
}

function placeOf(about: TreeNode | TreeAnswer, { answers }: DecisionTree, places: TreePlaces | undefined): Place {
  if (places === undefined) return null;
  return ('id' in about ? places.nodes.get(about.id) : places.answers[answers.indexOf(about)]) ?? null;
}

function placed({ line, column }: DecisionTreeProblem): number {
  return (line ?? 0) * 1_000_000 + (column ?? 0);
}

import type { DecisionTree, TreeAnswer, TreeDirection, TreeNode } from '@chapterhouse/domain/communities/decision-tree';
import { Graph, layout } from '@dagrejs/dagre';
import { headAndRest, nodeWords } from './tree-words';

/** All in the drawing's own units: 16 of them are as long as one rem. */
export type PlacedNode = { node: TreeNode; x: number; y: number; width: number; height: number; lines: string[] };
export type PlacedAnswer = {
  answer: TreeAnswer;
  path: string;
  /** Where its words stand; null without words. */
  label: { x: number; y: number; width: number; height: number; lines: string[] } | null;
};
export type TreeLayout = { width: number; height: number; nodes: PlacedNode[]; answers: PlacedAnswer[] };

export const LINE_HEIGHT = 17;
const NODE_LINE = 24;
const LABEL_LINE = 20;
const MOST_LINES = 5;
const MARGIN = 12;
/** With more ends than this it is drawn to the right, whatever its text says: a screen scrolls down, not sideways. */
const MOST_BESIDE = 10;

export type DrawnDirection = 'written' | 'down' | 'right';

/** Which way a tree is drawn: as somebody chose, else as it is written, while that fits a screen. */
export function drawnDirection({ direction, nodes, answers }: DecisionTree, chosen: DrawnDirection): TreeDirection {
  if (chosen !== 'written') return chosen === 'down' ? 'TB' : 'LR';
  const leading = new Set(answers.map(({ from }) => from));
  const ends = nodes.filter(({ id }) => !leading.has(id)).length;
  const downwards = direction === 'TB' || direction === 'BT';
  return downwards && ends > MOST_BESIDE ? 'LR' : direction;
}

/** Where everything of a tree stands. */
export function layOutTree(tree: DecisionTree, direction: TreeDirection): TreeLayout {
  const graph = new Graph({ multigraph: true });
  const across = direction === 'LR' || direction === 'RL';
  graph.setGraph({
    rankdir: direction,
    nodesep: across ? 14 : 24,
    ranksep: across ? 34 : 30,
    marginx: MARGIN,
    marginy: MARGIN,
  });
  const sized = new Map(tree.nodes.map((node) => [node.id, sizedNode(node)]));
  for (const [id, { width, height }] of sized) graph.setNode(id, { width, height });
  const labels = tree.answers.map(({ text }) => sizedLabel(text));
  tree.answers.forEach(({ from, to }, index) => {
    const { width = 0, height = 0 } = labels[index] ?? {};
    graph.setEdge(from, to, { width, height, labelpos: 'c' }, String(index));
  });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() ?? {};
  return {
    width,
    height,
    nodes: tree.nodes.flatMap((node) => {
      const size = sized.get(node.id);
      const { x = 0, y = 0 } = graph.node(node.id) ?? {};
      return size ? [{ node, x, y, ...size }] : [];
    }),
    answers: tree.answers.map((answer, index) => {
      const edge = graph.edge({ v: answer.from, w: answer.to, name: String(index) });
      const label = labels[index];
      return {
        answer,
        path: pathOf(edge?.points ?? []),
        label: label ? { x: edge?.x ?? 0, y: edge?.y ?? 0, ...label } : null,
      };
    }),
  };
}

function sizedNode(node: TreeNode): { width: number; height: number; lines: string[] } {
  // What to do next is told where one comes there.
  const { head, rest } = headAndRest(nodeWords(node));
  const lines = wrapped(rest === '' ? head : `${head} …`, NODE_LINE);
  // The slanted ends of a question, the round ones of an outcome.
  const sides = node.kind === 'STEP' ? 24 : 40;
  return { lines, width: Math.max(64, widest(lines) + sides), height: lines.length * LINE_HEIGHT + 18 };
}

function sizedLabel(text: string): { width: number; height: number; lines: string[] } | null {
  if (text.trim() === '') return null;
  const lines = wrapped(text, LABEL_LINE);
  return { lines, width: widest(lines) + 10, height: lines.length * (LINE_HEIGHT - 2) + 4 };
}

const widest = (lines: readonly string[]) => Math.max(0, ...lines.map(widthOf));

/** As wide as it is at most in the fonts of the systems, at a size of 13. */
function widthOf(line: string): number {
  let width = 0;
  for (const letter of line) {
    if ("iljtfrI.,:;|!'’ ()[]".includes(letter)) width += 4.6;
    else if ('mwMW@%&—'.includes(letter)) width += 12;
    else if (
      /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}/u.test(letter)
    )
      width += 14;
    else width += /\p{Lu}|\p{N}/u.test(letter) ? 9 : 7.4;
  }
  return Math.ceil(width);
}

/** By words; a word that is too long for a line is cut. @param most letters of a line */
export function wrapped(text: string, most: number): string[] {
  const lines = text.split('\n').flatMap((line) => {
    const made: string[] = [''];
    for (const word of line.trim().split(/\s+/u)) {
      for (const piece of pieces(word, most)) {
        const last = made.at(-1) ?? '';
        if (last === '') made[made.length - 1] = piece;
        else if (last.length + 1 + piece.length <= most) made[made.length - 1] = `${last} ${piece}`;
        else made.push(piece);
      }
    }
    return made;
  });
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES - 1), `${lines[MOST_LINES - 1] ?? ''} …`];
}

function pieces(word: string, most: number): string[] {
  const letters = [...word];
  return Array.from({ length: Math.max(1, Math.ceil(letters.length / most)) }, (_, index) =>
    letters.slice(index * most, (index + 1) * most).join(''),
  );
}

/** Through the points that were found, round at each. */
function pathOf(points: readonly { x: number; y: number }[]): string {
  const [first, ...others] = points.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
  const last = others.at(-1);
  if (!first || !last) return '';
  const bends = others.slice(0, -1).map((bend, index) => {
    const next = others[index + 1] ?? last;
    const end = index === others.length - 2 ? next : { x: (bend.x + next.x) / 2, y: (bend.y + next.y) / 2 };
    return `Q${bend.x} ${bend.y} ${end.x} ${end.y}`;
  });
  return `M${first.x} ${first.y}${bends.length === 0 ? `L${last.x} ${last.y}` : bends.join('')}`;
}

import {
  type DecisionTree,
  TREE_ANSWERS_LIMIT,
  TREE_NODES_LIMIT,
  TREE_TEXT_LIMIT,
  type TreeAnswer,
  type TreeDirection,
  kindOf,
} from './decision-tree.js';
import { takeLink } from './decision-tree-links.js';
import { type NamedNode, takeNode } from './decision-tree-nodes.js';
import type { DecisionTreeProblem, TreePlace, TreePlaces } from './decision-tree-problems.js';
import { TreeSlip, TreeSource } from './decision-tree-source.js';
import { TREE_WORDS_LIMIT } from './decision-tree-words.js';

/** What a picture has and a tree has not, by its line. */
export interface TreeNote {
  line: number;
  words: string;
}

export interface ReadFlowchart {
  tree: DecisionTree;
  places: TreePlaces;
  problems: DecisionTreeProblem[];
  notes: TreeNote[];
  /** Each line behind %%. */
  comments: string[];
}

/** More would not be read by anybody. */
const PROBLEMS_LIMIT = 50;

const HEADER = /(?:graph|flowchart(?:-elk)?|flowchart-v2)(?![\p{L}\p{N}_-])/uy;
const DIRECTION = /(?:TB|TD|BT|LR|RL)(?![\p{L}\p{N}_-])/uy;
const OTHER_LINE = /(?:classDef|class|style|linkStyle|click|accTitle|accDescr)(?=[\s:{])/uy;
const FRONT_MATTER = /\s*---[^\S\n]*\n[^]*?\n---[^\S\n]*(?:\n|$)/uy;

/** As much of the text as can be read, each statement for itself. */
export function readFlowchart(source: string): ReadFlowchart {
  return new FlowchartReader(new TreeSource(source)).read();
}

interface KnownNode extends NamedNode {
  /** Where its words are given, else where it is first named. */
  saidAt: number;
}

class FlowchartReader {
  readonly #nodes = new Map<string, KnownNode>();
  readonly #answers: TreeAnswer[] = [];
  readonly #answerPlaces: TreePlace[] = [];
  readonly #problems: DecisionTreeProblem[] = [];
  readonly #notes: TreeNote[] = [];
  readonly #comments: string[] = [];
  /** Where each group that is open began. */
  readonly #groups: number[] = [];
  readonly #groupIds = new Set<string>();
  #direction: TreeDirection = 'TB';

  constructor(private readonly source: TreeSource) {}

  read(): ReadFlowchart {
    if (this.source.text.length > TREE_TEXT_LIMIT)
      this.#problems.push(
        this.source.slip('TOO_LARGE', `Shorten this text to ${TREE_TEXT_LIMIT} characters.`, TREE_TEXT_LIMIT).problem,
      );
    else if (this.#guarded(() => this.#header())) this.#statements();
    return this.#whole();
  }

  #statements(): void {
    while (!this.source.ended && this.#problems.length < PROBLEMS_LIMIT) {
      const read = this.#guarded(() => this.#statement());
      if (!read) this.source.takeLine();
    }
    for (const at of this.#groups.slice(0, PROBLEMS_LIMIT))
      this.#problems.push(
        this.source.slip('GROUP', 'This group is not closed: write “end” on a line behind it.', at).problem,
      );
  }

  #guarded(step: () => void): boolean {
    try {
      step();
      return true;
    } catch (error) {
      if (!(error instanceof TreeSlip)) throw error;
      this.#problems.push(error.problem);
      return false;
    }
  }

  #header(): void {
    const { source } = this;
    if (source.peek(FRONT_MATTER) !== undefined) {
      this.#note('What stands between --- and --- is left out.');
      source.take(FRONT_MATTER);
    }
    do source.skipBlank();
    while (this.#comment());
    const at = source.at;
    if (source.take(HEADER) === undefined)
      throw source.slip('HEADER', 'Begin with “flowchart TD” (or LR, from left to right) on a line of its own.', at);
    source.skipSpaces();
    const direction = source.take(DIRECTION);
    if (direction !== undefined) this.#direction = directionOf(direction);
    this.#endOfStatement('after the direction (TD, BT, LR or RL)');
  }

  #statement(): void {
    const { source } = this;
    source.take(/[\s;]*/uy);
    if (source.ended || this.#comment() || this.#otherLine() || this.#group()) return;
    let from = this.#nodeGroup();
    for (let link = takeLink(source); link !== undefined; link = takeLink(source)) {
      source.skipBlank();
      const to = this.#nodeGroup();
      for (const one of from) for (const other of to) this.#answer(one, other, link.text, link.at);
      from = to;
    }
    this.#endOfStatement('here');
  }

  /** `A & B` */
  #nodeGroup(): string[] {
    const ids: string[] = [];
    do {
      this.source.skipSpaces();
      ids.push(this.#node(takeNode(this.source)));
    } while (this.source.take(/[^\S\n]*&/uy) !== undefined);
    return ids;
  }

  #node(named: NamedNode): string {
    const { id, at, text } = named;
    const { source } = this;
    if (this.#groupIds.has(id)) throw source.slip('GROUP', `“${id}” is a group; lead to one of its questions.`, at, id);
    if (text !== null) {
      if (text === '') throw source.slip('WORDS', 'Write what is asked, done or decided here.', at, id);
      const length = Array.from(text).length;
      if (length > TREE_WORDS_LIMIT)
        throw source.slip(
          'WORDS',
          `Shorten these words to ${TREE_WORDS_LIMIT} characters; they have ${length}.`,
          at,
          id,
        );
    }
    const known = this.#nodes.get(id);
    if (known === undefined) {
      if (this.#nodes.size >= TREE_NODES_LIMIT)
        throw source.slip(
          'TOO_LARGE',
          `A tree has at most ${TREE_NODES_LIMIT} questions and outcomes: split it.`,
          at,
          id,
        );
      this.#nodes.set(id, { ...named, saidAt: at });
    } else if (text !== null) {
      if (known.text !== null && known.text !== text)
        throw source.slip('TWICE', `“${id}” has other words on line ${source.placeOf(known.saidAt).line}.`, at, id);
      if (known.text === null) this.#nodes.set(id, { ...named, at: known.at, saidAt: at });
    }
    return id;
  }

  #answer(from: string, to: string, text: string, at: number): void {
    const { source } = this;
    if (this.#answers.length >= TREE_ANSWERS_LIMIT)
      throw source.slip('TOO_LARGE', `A tree has at most ${TREE_ANSWERS_LIMIT} answers: split it.`, at);
    if (Array.from(text).length > TREE_WORDS_LIMIT)
      throw source.slip('WORDS', `Shorten this answer to ${TREE_WORDS_LIMIT} characters.`, at, from);
    this.#answers.push({ from, to, text });
    this.#answerPlaces.push(source.placeOf(at));
  }

  /** `%% words`, and the settings of a picture. */
  #comment(): boolean {
    if (this.source.peek(/%%/uy) === undefined) return false;
    const settings = this.source.peek(/%%\{/uy) !== undefined;
    if (settings) this.#note('Settings of the picture are left out.');
    if (settings && this.source.take(/%%\{[^]{0,2000}?\}%%/uy) !== undefined) return true;
    const words = this.source.takeLine().replace(/^%+/u, '').trim();
    if (!settings && words !== '') this.#comments.push(words);
    return true;
  }

  #otherLine(): boolean {
    const kind = this.source.peek(OTHER_LINE);
    if (kind === undefined) return false;
    this.#note(`“${kind}” is left out: trees are drawn in one way.`);
    this.source.take(/(?:"[^"\n]*"|[^\n;"]|"(?![^"\n]*"))*/uy);
    return true;
  }

  /** `subgraph name [Words]` ... `end`; what is in it is read as if the group was not there. */
  #group(): boolean {
    const { source } = this;
    const at = source.at;
    if (source.take(/subgraph(?=[\s;"]|$)/uy) !== undefined) {
      this.#note('The group is left out; what is in it is read.');
      this.#groups.push(at);
      source.skipSpaces();
      const id = source.peek(/[\p{L}\p{N}_][\p{L}\p{N}_.-]*(?=[^\S\n]*(?:\[|\n|;|$))/uy);
      if (id !== undefined && !this.#nodes.has(id)) this.#groupIds.add(id);
      source.take(/(?:"[^"]*"|[^\n;"])*/uy);
      return true;
    }
    if (source.take(/direction[^\S\n]+(?:TB|TD|BT|LR|RL)(?=[\s;]|$)/uy) !== undefined) return true;
    if (source.take(/end(?=[\s;]|$)/uy) === undefined) return false;
    if (this.#groups.pop() === undefined)
      throw source.slip('GROUP', 'No group is open that this “end” could close.', at);
    return true;
  }

  #endOfStatement(where: string): void {
    const { source } = this;
    source.skipSpaces();
    if (source.ended || this.#comment() || source.take(/[\n;]/uy) !== undefined) return;
    throw source.slip('ARROW', `Expected an arrow (-->) or the end of the line ${where}; found ${source.here()}.`);
  }

  #note(words: string): void {
    if (this.#notes.length < PROBLEMS_LIMIT)
      this.#notes.push({ line: this.source.placeOf(this.source.at).line, words });
  }

  #whole(): ReadFlowchart {
    const counts = new Map<string, number>();
    for (const { from } of this.#answers) counts.set(from, (counts.get(from) ?? 0) + 1);
    const nodes = [...this.#nodes.values()].map(({ id, text, drawnAsQuestion }) => ({
      id,
      kind: kindOf(counts.get(id) ?? 0, drawnAsQuestion),
      text: text ?? id,
    }));
    return {
      tree: { direction: this.#direction, nodes, answers: this.#answers },
      places: {
        nodes: new Map([...this.#nodes].map(([id, { saidAt }]) => [id, this.source.placeOf(saidAt)])),
        answers: this.#answerPlaces,
      },
      problems: this.#problems,
      notes: this.#notes,
      comments: this.#comments,
    };
  }
}

function directionOf(written: string): TreeDirection {
  return written === 'BT' || written === 'LR' || written === 'RL' ? written : 'TB';
}

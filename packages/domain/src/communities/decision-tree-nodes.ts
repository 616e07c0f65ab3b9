import { takeQuoted } from './decision-tree-links.js';
import type { TreeSource } from './decision-tree-source.js';
import { readWords } from './decision-tree-words.js';

/** A node as it is named in one place; words only where brackets follow. */
export interface NamedNode {
  id: string;
  at: number;
  text: string | null;
  drawnAsQuestion: boolean;
}

interface Shape {
  open: string;
  close: readonly string[];
  question?: boolean;
}

/** The longer ones first. */
const SHAPES: readonly Shape[] = [
  { open: '(((', close: [')))'] },
  { open: '([', close: ['])'] },
  { open: '((', close: ['))'] },
  { open: '[[', close: [']]'] },
  { open: '[(', close: [')]'] },
  { open: '{{', close: ['}}'], question: true },
  { open: '[/', close: ['/]', '\\]'] },
  { open: '[\\', close: ['\\]', '/]'] },
  { open: '[', close: [']'] },
  { open: '(', close: [')'] },
  { open: '{', close: ['}'], question: true },
  { open: '>', close: [']'] },
];

/** Words that Mermaid keeps for itself. */
const KEPT = new Set('end graph flowchart subgraph style linkstyle classdef class click default'.split(' '));

const ID = /[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[-./](?=[\p{L}\p{N}_]))*/uy;
const WHOLE_ID = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[-./](?=[\p{L}\p{N}_]))*$/u;
const NODE_ID_LIMIT = 100;

/** Whether a node may be called so. */
export function isNodeId(id: string): boolean {
  return WHOLE_ID.test(id) && id.length <= NODE_ID_LIMIT && !KEPT.has(id.toLowerCase());
}

/** @throws TreeSlip */
export function takeNode(source: TreeSource): NamedNode {
  const at = source.at;
  const id = source.take(ID);
  if (id === undefined)
    throw source.slip(
      'NODE',
      `Expected the name of a question or an outcome here, as in A[Words]; found ${source.here()}.`,
    );
  if (KEPT.has(id.toLowerCase()))
    throw source.slip('NODE', `“${id}” is a word of Mermaid's own; call the node otherwise, say n_${id}.`, at);
  if (id.length > NODE_ID_LIMIT)
    throw source.slip('NODE', `Shorten this name to ${NODE_ID_LIMIT} characters; its words go in brackets.`, at);
  if (source.takes('@'))
    throw source.slip('NODE', 'Write the words in brackets, as in A[Words]; properties behind @ are not read.', at);
  const { text, drawnAsQuestion } = takeShape(source, id);
  if (source.take(/:::/uy) !== undefined) source.take(/[\p{L}\p{N}_,-]*/uy);
  return { id, at, text, drawnAsQuestion };
}

function takeShape(source: TreeSource, id: string): Pick<NamedNode, 'text' | 'drawnAsQuestion'> {
  const at = source.at;
  for (const { open, close, question = false } of SHAPES) {
    if (!source.takes(open)) continue;
    const text = takeWords(source, close, at, id);
    if (text !== undefined) return { text, drawnAsQuestion: question };
    source.at = at;
  }
  if (source.peek(/[^\S\n]+[[({]/uy) !== undefined)
    throw source.slip('NODE', `Write the words right behind the name, without a space: ${id}[Words].`, at, id);
  return { text: null, drawnAsQuestion: false };
}

/** Undefined when it is another shape: words that only begin with a slash. */
function takeWords(source: TreeSource, close: readonly string[], at: number, id: string): string | undefined {
  source.skipSpaces();
  const quoted = takeQuoted(source);
  if (quoted !== undefined) {
    source.skipBlank();
    if (close.some((end) => source.takes(end))) return readWords(quoted);
    throw source.slip(
      'BRACKETS',
      `Expected ${close[0] ?? ''} behind the quotes; found ${source.here()}.`,
      source.at,
      id,
    );
  }
  const slanted = close.length > 1;
  const words = source.take(/[^\n"()[\]{}|]*/uy) ?? '';
  if (slanted) return /[\\/]$/u.test(words) && source.takes(']') ? readWords(words.slice(0, -1)) : undefined;
  if (close.some((end) => source.takes(end))) return readWords(words);
  if (source.ended || source.peek(/\n/uy) !== undefined)
    throw source.slip('BRACKETS', `This bracket is not closed: ${close[0] ?? ''} is missing on its line.`, at, id);
  throw source.slip(
    'QUOTES',
    `Put the words in quotes, as in ${id}["Words"]: ${source.here()} cannot stand in them otherwise.`,
    source.at,
    id,
  );
}

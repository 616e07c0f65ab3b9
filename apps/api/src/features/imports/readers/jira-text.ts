import { listOf, recordOf } from './plain-value.js';

/** Text as it is (REST 2), or the texts of a document tree (REST 3), a block in a line. */
export function plainText(value: unknown): string {
  if (typeof value === 'string') return value.replaceAll('\u0000', '').replaceAll('\r\n', '\n').trim();
  return blocksOf(value, 0).trim();
}

/** Deeper is no text that somebody wrote. */
const DEEPEST = 50;

function blocksOf(node: unknown, depth: number): string {
  const fields = recordOf(node);
  if (fields === undefined || depth > DEEPEST) return '';
  if (fields.get('type') === 'hardBreak') return '\n';
  const own = fields.get('text');
  const inside = (listOf(fields.get('content')) ?? []).map((child) => blocksOf(child, depth + 1));
  const isBlock = inside.length > 0 && fields.get('type') !== 'doc';
  return `${typeof own === 'string' ? own.replaceAll('\u0000', '') : ''}${inside.join('')}${isBlock ? '\n' : ''}`;
}

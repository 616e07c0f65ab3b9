import type { DecisionArgument } from '@chapterhouse/domain/decisions/decision-fields';
import type { List, MarkdownSections, RootContent } from './markdown-sections.js';

const TONE = /^(good|neutral|bad|pro|con)(?:\s*,\s*because\b|\s+because\b|\s*[,:])[,:]?\s*/iu;
const TONES = { good: 'GOOD', pro: 'GOOD', neutral: 'NEUTRAL', bad: 'BAD', con: 'BAD' } as const;

/** `Good, because …` as an argument; undefined for text that takes no side. */
export function argumentIn(text: string): DecisionArgument | undefined {
  const found = TONE.exec(text);
  const word = found?.[1]?.toLowerCase();
  if (found === null || word === undefined) return undefined;
  const tone = Object.entries(TONES).find(([name]) => name === word)?.[1] ?? 'NEUTRAL';
  return { tone, text: text.slice(found[0].length) };
}

/** Lists that argue, and everything else as it was written. @param usual the tone of items that take no side, when all of them count */
export function argumentsIn(
  markdown: MarkdownSections,
  nodes: readonly RootContent[],
  usual?: DecisionArgument['tone'],
): { found: DecisionArgument[]; rest: string } {
  const argues = (list: List): boolean =>
    usual !== undefined || markdown.itemsOf(list).some(({ text }) => argumentIn(text) !== undefined);
  const lists = nodes.filter((node): node is List => node.type === 'list' && argues(node));
  const found = lists.flatMap((list) =>
    markdown.itemsOf(list).flatMap(({ text }) => {
      if (text === '') return [];
      return argumentIn(text) ?? { tone: usual ?? 'NEUTRAL', text };
    }),
  );
  const rest = nodes.filter((node) => node.type !== 'list' || !lists.includes(node));
  return { found, rest: markdown.textOf(rest) };
}

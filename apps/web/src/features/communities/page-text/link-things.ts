import type { TextNode } from '../../../platform/markdown/link-keys';

/** A key as it is given, not a part of another word or address; of an artifact also one of its pages. */
export const THING_KEY =
  /(?<![\p{L}\p{N}_/.-])(?:(?:IMP|D|B)-[1-9]\d{0,8}|A-[1-9]\d{0,8}(?:\/[\w-]+(?:\/[\w-]+)*)?)(?![\p{L}\p{N}_/]|-[\p{L}\p{N}])/gu;
const UNTOUCHED = new Set(['link', 'linkReference']);

/** The scheme of a key found in words: only `PageLink` gives it an address, once it is known that there is such a thing. */
export const THING = 'thing:';

/** A remark plugin: `D-7`, `A-5/onboarding` in a text lead there. Not in code, and not in a link, which leads elsewhere. */
export function linkThings() {
  return (tree: TextNode): void => walk(tree);
}

function walk(node: TextNode): void {
  if (node.children === undefined) return;
  node.children = node.children.flatMap((child) => {
    if (child.type === 'text') return withLinks(child);
    if (!UNTOUCHED.has(child.type)) walk(child);
    return [child];
  });
}

function withLinks({ value = '' }: TextNode): TextNode[] {
  const parts: TextNode[] = [];
  let from = 0;
  for (const { 0: key, index } of value.matchAll(THING_KEY)) {
    parts.push({ type: 'text', value: value.slice(from, index) });
    parts.push({ type: 'link', url: `${THING}${key}`, children: [{ type: 'text', value: key }] });
    from = index + key.length;
  }
  parts.push({ type: 'text', value: value.slice(from) });
  return parts.filter(({ type, value: words }) => type !== 'text' || words !== '');
}

/** As much of a Markdown tree as is walked here. */
export type TextNode = { type: string; value?: string; url?: string; children?: TextNode[] };

/** A key as it is given, not a part of another word or address. */
const KEY = /(?<![\p{L}\p{N}_/.-])IMP-[1-9]\d{0,8}(?![\p{L}\p{N}_]|-[\p{L}\p{N}])/gu;
/** They lead elsewhere. Code has no text inside, but a value of its own. */
const UNTOUCHED = new Set(['link', 'linkReference']);

/** A remark plugin: `IMP-12` in a text leads to the impediment. Not in code, and not in a link, which leads elsewhere. */
export function linkKeys() {
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

function withLinks(text: TextNode): TextNode[] {
  const { value = '' } = text;
  const found = [...value.matchAll(KEY)];
  if (found.length === 0) return [text];
  const parts: TextNode[] = [];
  let from = 0;
  for (const { 0: key, index } of found) {
    parts.push({ type: 'text', value: value.slice(from, index) });
    parts.push({ type: 'link', url: `/impediments/${key}`, children: [{ type: 'text', value: key }] });
    from = index + key.length;
  }
  parts.push({ type: 'text', value: value.slice(from) });
  return parts.filter(({ type, value: words }) => type !== 'text' || words !== '');
}

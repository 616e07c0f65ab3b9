import { fromMarkdown } from 'mdast-util-from-markdown';

type Root = ReturnType<typeof fromMarkdown>;
export type RootContent = Root['children'][number];
export type List = Extract<RootContent, { type: 'list' }>;
export type ListItem = List['children'][number];
type Heading = Extract<RootContent, { type: 'heading' }>;

/** A heading with what stands below it, up to the next heading of its depth. Texts are as written, without comments. */
export interface Section {
  heading: string;
  /** From 1. */
  line: number;
  /** What stands before the first section within. */
  nodes: RootContent[];
  sections: Section[];
}

/** A markdown text, taken apart by its headings. */
export class MarkdownSections {
  readonly title: { text: string; line: number } | null;
  /** What stands between the title and the first section. */
  readonly intro: RootContent[];
  readonly sections: Section[];
  private readonly root: Root;

  /** @param source with `\n` at the ends of its lines */
  constructor(readonly source: string) {
    this.root = fromMarkdown(source);
    const nodes = this.root.children.filter((node) => !isComment(node));
    const first = nodes.findIndex((node) => node.type === 'heading');
    const heading = nodes[first];
    const isTitle = heading?.type === 'heading' && (heading.depth === 1 || headings(nodes).length === 1);
    this.title = isTitle ? { text: this.textOf(heading.children), line: lineOf(heading) } : null;
    const { before, sections } = this.split(isTitle ? nodes.slice(first + 1) : nodes);
    this.intro = isTitle ? [...nodes.slice(0, first), ...before] : before;
    this.sections = sections;
  }

  /** Nodes as they were written, with what stands between them. */
  textOf(nodes: readonly RootContent[]): string {
    let text = '';
    let end: number | undefined;
    for (const node of nodes) {
      const [from, to] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
      const between = end === undefined ? '' : this.source.slice(end, from);
      text += (between.includes('<!--') ? '\n\n' : between) + this.source.slice(from, to);
      end = to;
    }
    return text.trim();
  }

  /** All of a section, its inner headings included. */
  wholeOf({ nodes, sections }: Section): string {
    const parts = sections.map((inner) => `### ${inner.heading}\n\n${this.wholeOf(inner)}`.trim());
    return [this.textOf(nodes), ...parts].filter((part) => part !== '').join('\n\n');
  }

  /** The items of a list, each as it was written, without its mark and indentation. */
  itemsOf(list: List): { text: string; item: ListItem }[] {
    return list.children.map((item) => {
      const indent = (item.children[0]?.position?.start.column ?? 1) - 1;
      const text = this.textOf(item.children)
        .split('\n')
        .map((line, place) => (place === 0 ? line : line.replace(new RegExp(`^ {0,${indent}}`, 'u'), '')))
        .join('\n');
      return { text, item };
    });
  }

  /** Targets of links and pictures. */
  targets(): { url: string; line: number; isPicture: boolean }[] {
    const found: { url: string; line: number; isPicture: boolean }[] = [];
    const walk = (node: RootContent): void => {
      if (node.type === 'link' || node.type === 'image' || node.type === 'definition')
        found.push({ url: node.url, line: lineOf(node), isPicture: node.type === 'image' });
      if ('children' in node) node.children.forEach(walk);
    };
    this.root.children.forEach(walk);
    return found;
  }

  private split(nodes: RootContent[]): { before: RootContent[]; sections: Section[] } {
    const depth = Math.min(...headings(nodes).map((heading) => heading.depth));
    const before: RootContent[] = [];
    const groups: { heading: Heading; nodes: RootContent[] }[] = [];
    for (const node of nodes)
      if (node.type === 'heading' && node.depth === depth) groups.push({ heading: node, nodes: [] });
      else (groups.at(-1)?.nodes ?? before).push(node);
    return {
      before,
      sections: groups.map((group) => {
        // Headings below those of options belong to what an option says.
        const inner = depth < 3 ? this.split(group.nodes) : { before: group.nodes, sections: [] };
        return {
          heading: this.textOf(group.heading.children),
          line: lineOf(group.heading),
          nodes: inner.before,
          sections: inner.sections,
        };
      }),
    };
  }
}

function headings(nodes: readonly RootContent[]): Heading[] {
  return nodes.filter((node) => node.type === 'heading');
}

function isComment(node: RootContent): boolean {
  return node.type === 'html' && /^<!--.*-->$/su.test(node.value.trim());
}

function lineOf(node: RootContent): number {
  return node.position?.start.line ?? 1;
}

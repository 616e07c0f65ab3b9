import { headingAnchors } from '@chapterhouse/domain/communities/heading-anchors';

/** As much of an HTML tree as is walked here. */
export type HtmlNode = {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: HtmlNode[];
};

/** Before a heading's own words, so that no text of anybody takes an id of the app. */
const PREFIX = 'at-';

/** The id of the heading that `#anchor` means. */
export const headingId = (anchor: string): string => `${PREFIX}${anchor.toLowerCase()}`;

/** A rehype plugin: headings can be led to, and the same words twice are told apart by a number. */
export function headingIds() {
  return (tree: HtmlNode): void => {
    const headings = headingsIn(tree);
    const anchors = headingAnchors(headings.map(words));
    for (const [index, heading] of headings.entries()) {
      heading.properties = { ...heading.properties, id: headingId(anchors[index] ?? '') };
    }
  };
}

const words = (node: HtmlNode): string => node.value ?? (node.children ?? []).map(words).join('');

const headingsIn = (node: HtmlNode): HtmlNode[] =>
  (node.children ?? []).flatMap((child) => (/^h[1-6]$/.test(child.tagName ?? '') ? [child] : headingsIn(child)));

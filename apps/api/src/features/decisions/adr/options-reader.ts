import type { DecisionWords } from '@chapterhouse/domain/decisions/decision-fields';
import { argumentsIn } from './arguments-reader.js';
import type { List, ListItem, MarkdownSections, RootContent, Section } from './markdown-sections.js';

type Option = DecisionWords['options'][number];

/** `Considered Options`: a list, or a heading for each. @returns what stands there besides */
export function readOptions(markdown: MarkdownSections, section: Section, options: Option[]): string {
  const lists = section.nodes.filter((node): node is List => node.type === 'list');
  for (const { text, item } of lists.flatMap((list) => markdown.itemsOf(list))) {
    const title = plainText(item).replaceAll(/\s+/gu, ' ').trim();
    if (title === '' || title === '…') continue;
    const isWhole = item.children.length === 1 && !/\]\(|<https?:/u.test(text);
    const said = isWhole ? text.replaceAll(/\s+/gu, ' ') : title;
    options.push({ title: said, description: isWhole ? '' : text, arguments: [] });
  }
  for (const inner of section.sections) argue(markdown, inner, options);
  return markdown.textOf(section.nodes.filter((node) => node.type !== 'list'));
}

/** `Pros and Cons of the Options`: one heading for each. @returns what stands there besides */
export function readProsAndCons(
  markdown: MarkdownSections,
  section: Section,
  options: Option[],
  unknown: (section: Section) => void,
): string {
  for (const inner of section.sections) if (argue(markdown, inner, options) === 'NEW') unknown(inner);
  return markdown.textOf(section.nodes);
}

function argue(markdown: MarkdownSections, section: Section, options: Option[]): 'KNOWN' | 'NEW' {
  const place = findOption(options, section.heading);
  const known = place === null ? undefined : options[place];
  const option = known ?? { title: section.heading.replaceAll(/\s+/gu, ' '), description: '', arguments: [] };
  const { found, rest } = argumentsIn(markdown, section.nodes);
  option.description = [option.description, rest].filter((text) => text !== '').join('\n\n');
  option.arguments.push(...found);
  if (known !== undefined) return 'KNOWN';
  options.push(option);
  return 'NEW';
}

/** The place of the option that a text names, however it is quoted; what begins alike counts when only one does. */
export function findOption(options: readonly Option[], text: string): number | null {
  const wanted = wordsOf(text);
  if (wanted === '') return null;
  const titles = options.map(({ title }) => wordsOf(title));
  const same = titles.indexOf(wanted);
  if (same >= 0) return same;
  const alike = titles.flatMap((title, place) =>
    title !== '' && (title.startsWith(`${wanted} `) || wanted.startsWith(`${title} `)) ? [place] : [],
  );
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

function wordsOf(text: string): string {
  return text
    .replaceAll(/\]\([^)]*\)/gu, ' ')
    .replaceAll(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim()
    .toLowerCase();
}

function plainText(node: RootContent | ListItem): string {
  if ('value' in node) return node.type === 'html' ? '' : node.value;
  if (!('children' in node)) return node.type === 'break' ? ' ' : '';
  return node.children.map((child) => plainText(child)).join(node.type === 'listItem' ? ' ' : '');
}

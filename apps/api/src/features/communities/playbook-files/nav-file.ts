import type { FolderOrder, OrderEntry } from '@chapterhouse/domain/communities/playbook-tree';
import { parseDocument } from 'yaml';
import { yamlTooCostly } from '../../../platform/markdown/yaml-cost.js';

/** How often anchors may be repeated: enough for defaults, too few for a bomb. */
const MOST_ALIASES = 20;
const DEEPEST = 20;

export interface NavFile {
  /** By folder, from the top of the pages; `''` is the top. */
  orders: Map<string, FolderOrder>;
  /** What the site is called; empty when nothing is said. */
  title: string;
  /** What it is about; empty when nothing is said. */
  summary: string;
  /** Where the pages lie, beside this file; of `mkdocs.yml` only. */
  docsFolder: string;
  problems: { line: number; what: string }[];
}

/** The order of `mkdocs.yml`: its `nav` names files from the top of the pages, in sections within one another. */
export function readMkdocs(text: string): NavFile {
  const { fields, problems } = fieldsOf(text);
  const result: NavFile = {
    orders: new Map(),
    title: textIn(fields, 'site_name'),
    summary: textIn(fields, 'site_description'),
    docsFolder: textIn(fields, 'docs_dir').replaceAll(/^(?:\.?\/)+|\/+$/gu, '') || 'docs',
    problems,
  };
  const nav = fields.get('nav');
  if (Array.isArray(nav)) takeSection(nav, '', result.orders, 0);
  return result;
}

/** The order of one folder in its `.pages`. @param folder that it lies in */
export function readPagesFile(folder: string, text: string): NavFile {
  const { fields, problems } = fieldsOf(text);
  const given: unknown = fields.get('nav') ?? fields.get('arrange');
  const entries = Array.isArray(given) ? given.flatMap(entriesOf) : [];
  const title = textIn(fields, 'title');
  const order: FolderOrder = {
    title: title === '' ? null : title,
    entries,
    isDescending: textIn(fields, 'order').toLowerCase() === 'desc',
  };
  return { orders: new Map([[folder, order]]), title: '', summary: '', docsFolder: '', problems };
}

function fieldsOf(text: string): { fields: ReadonlyMap<string, unknown>; problems: NavFile['problems'] } {
  const tooCostly = yamlTooCostly(text);
  if (tooCostly !== null) return broken(1, tooCostly);
  try {
    // Tags of plugins are warnings; they name code, which is never asked, and their values are not looked at.
    const document = parseDocument(text, { uniqueKeys: true, strict: true, schema: 'core', prettyErrors: false });
    const [error] = document.errors;
    if (error !== undefined)
      return broken(text.slice(0, error.pos[0]).split('\n').length, error.message.split('\n', 1)[0] ?? '');
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    const isFields = typeof value === 'object' && value !== null && !Array.isArray(value);
    return { fields: new Map(isFields ? Object.entries(value) : []), problems: [] };
  } catch (error) {
    return broken(1, error instanceof Error ? error.message : '');
  }
}

function broken(line: number, why: string): ReturnType<typeof fieldsOf> {
  const what = `This YAML cannot be read, so its order is not taken: ${why.slice(0, 300)}`;
  return { fields: new Map(), problems: [{ line, what }] };
}

/** One entry of a `.pages`: a name, a name with its title, or `...` for the rest. */
function entriesOf(entry: unknown): (OrderEntry | null)[] {
  if (typeof entry === 'string') return entry.startsWith('...') ? [null] : [{ name: plain(entry), title: null }];
  return fieldsIn(entry).flatMap(([title, value]) => {
    if (title.startsWith('...')) return [null];
    if (Array.isArray(value)) return value.flatMap(entriesOf);
    return typeof value === 'string' ? [{ name: plain(value), title }] : [];
  });
}

/** @returns the files of the section, in their order */
function takeSection(section: unknown[], title: string, orders: NavFile['orders'], depth: number): string[] {
  if (depth > DEEPEST) return [];
  const files = section.flatMap((entry): string[] => {
    if (typeof entry === 'string') return takeFile(entry, null, orders);
    return fieldsIn(entry).flatMap(([name, value]) => {
      if (Array.isArray(value)) return takeSection(value, name, orders, depth + 1);
      return typeof value === 'string' ? takeFile(value, name, orders) : [];
    });
  });
  const folder = commonFolder(files);
  // A section whose files lie in one folder names it.
  if (title !== '' && folder !== '') orders.set(folder, { ...orderOf(folder, orders), title });
  return files;
}

function takeFile(target: string, title: string | null, orders: NavFile['orders']): string[] {
  const file = plain(target);
  if (/^[a-z][a-z0-9+.-]*:/iu.test(target) || file === '') return [];
  const steps = file.split('/');
  for (const [place, name] of steps.entries()) {
    const folder = steps.slice(0, place).join('/');
    const order = orderOf(folder, orders);
    const isFile = place === steps.length - 1;
    if (!order.entries.some((entry) => entry?.name === name))
      order.entries.push({ name, title: isFile ? title : null });
    orders.set(folder, order);
  }
  return [file];
}

function orderOf(folder: string, orders: NavFile['orders']): FolderOrder {
  return orders.get(folder) ?? { title: null, entries: [], isDescending: false };
}

function commonFolder(files: string[]): string {
  const [first = '', ...others] = files;
  const steps = first.split('/').slice(0, -1);
  while (steps.length > 0 && !others.every((file) => file.startsWith(`${steps.join('/')}/`))) steps.pop();
  return steps.join('/');
}

function fieldsIn(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

function textIn(fields: ReadonlyMap<string, unknown>, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

function plain(path: string): string {
  return path.trim().replaceAll(/^(?:\.?\/)+|\/+$/gu, '');
}

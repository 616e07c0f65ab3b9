/**
 * Reads Jira's files by itself, with nothing of the product: a CSV parser of its own, its own words for months, states and
 * tiers. What it finds has to be what an import made of the same files.
 */
export interface ItemByHand {
  key: string;
  project: string;
  title: string;
  type: string;
  tier: string;
  state: string;
  /** ISO; to the minute where the file says no more. */
  created: string;
  resolved: string | null;
  parent: string | null;
  sprints: string[];
  /** `Blocks > B-1`: blocks it; `Blocks < B-1`: is blocked by it. */
  links: string[];
}

interface RawIssue {
  key: string;
  fields: {
    summary: string;
    created: string;
    resolutiondate: string | null;
    project: { key: string };
    issuetype: { name: string; subtask: boolean };
    status: { statusCategory: { key: string } };
    parent?: { key: string };
    epic?: { key: string } | null;
    closedSprints?: { id: number; name: string }[];
    sprint?: { id: number; name: string } | null;
    issuelinks: { type: { name: string }; inwardIssue?: { key: string }; outwardIssue?: { key: string } }[];
  };
}

const STATES: Record<string, string> = {
  new: 'DRAFT',
  indeterminate: 'IN_PROGRESS',
  done: 'DONE',
  'To Do': 'DRAFT',
  'In Progress': 'IN_PROGRESS',
  Done: 'DONE',
};

export function jsonByHand(texts: readonly string[]): ItemByHand[] {
  const issues = texts.flatMap((text) => (JSON.parse(text) as { issues: RawIssue[] }).issues);
  const items = issues.map(({ key, fields }): ItemByHand => {
    const sprints = [...(fields.closedSprints ?? []), ...(fields.sprint ? [fields.sprint] : [])];
    return {
      key,
      project: fields.project.key,
      title: fields.summary.trim().replaceAll(/\s+/g, ' '),
      type: fields.issuetype.name,
      tier: fields.issuetype.name === 'Epic' ? 'EPIC' : fields.issuetype.subtask ? 'TASK' : 'FEATURE',
      state: STATES[fields.status.statusCategory.key] ?? '?',
      created: new Date(fields.created).toISOString(),
      resolved: fields.resolutiondate === null ? null : new Date(fields.resolutiondate).toISOString(),
      parent: fields.parent?.key ?? fields.epic?.key ?? null,
      sprints: [...new Set(sprints.map(({ id, name }) => `${id} ${name}`))]
        .map((one) => one.replace(/^\d+ /, ''))
        .sort(),
      links: linksByHand(
        fields.issuelinks.map(({ type, inwardIssue, outwardIssue }) =>
          outwardIssue ? `${type.name} > ${outwardIssue.key}` : `${type.name} < ${inwardIssue?.key}`,
        ),
      ),
    };
  });
  return withParentsThere(items);
}

/** Which column is what, by position: names of three languages. */
const COLUMNS: Record<string, RegExp> = {
  title: /^(Summary|Résumé|Resumen)$/,
  key: /^(Issue key|Clé de ticket|Clave de incidencia)$/,
  id: /^(Issue id|ID de ticket|ID de la incidencia)$/,
  type: /^(Issue Type|Type de ticket|Tipo de Incidencia)$/,
  project: /^(Project key|Clé de projet|Clave del proyecto)$/,
  created: /^(Created|Création|Creada)$/,
  resolved: /^(Resolved|Résolu|Resuelta)$/,
  category: /^(Status Category|Catégorie d'état|Categoría de estado)$/,
  parent: /^(Parent key|Clé parent|Clave principal)$/,
  epic: /^(Custom field|Champs personnalisés|Campo personalizado) \(Epic Link\)$/,
  sprint: /^Sprint$/,
  inward: /^(Inward issue link|Enlace a la incidencia interna) \(/,
  outward: /^(Outward issue link|Enlace de incidencia saliente) \(/,
};

export function csvByHand(text: string): ItemByHand[] {
  const [headers = [], ...rows] = cellsOf(text);
  const items = rows.map((cells): ItemByHand => {
    const all = (column: string): [header: string, cell: string][] =>
      headers.flatMap((header, place): [string, string][] =>
        COLUMNS[column]?.test(header) && cells[place]?.trim() ? [[header, cells[place].trim()]] : [],
      );
    const one = (column: string): string => all(column)[0]?.[1] ?? '';
    const links = (column: string, arrow: string): string[] =>
      all(column).map(([header, key]) => `${header.replace(/^.*? \((.*)\)$/, '$1')} ${arrow} ${key}`);
    return {
      key: one('key'),
      project: one('project'),
      title: one('title').replaceAll(/\s+/g, ' '),
      type: one('type'),
      tier: one('type') === 'Epic' ? 'EPIC' : one('type') === 'Sub-task' ? 'TASK' : 'FEATURE',
      state: STATES[one('category')] ?? '?',
      created: momentByHand(one('created')) ?? '',
      resolved: momentByHand(one('resolved')),
      parent: one('parent') || one('epic') || null,
      sprints: [...new Set(all('sprint').map(([, name]) => name))].sort(),
      links: linksByHand([...links('inward', '<'), ...links('outward', '>')]),
    };
  });
  return withParentsThere(items);
}

/** Of CSV: rows of cells, character by character. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const end = (): void => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (quoted && character === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (character === '"') quoted = !quoted;
    else if (!quoted && character === ',') end();
    else if (!quoted && character === '\n') {
      end();
      rows.push([]);
    } else if (quoted || character !== '\r') cell += character;
  }
  if (cell !== '' || (rows.at(-1)?.length ?? 0) > 0) end();
  return rows.filter((row) => row.length > 0);
}

export function csvText(rows: readonly string[][]): string {
  return rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
}

const MONTHS = [
  ['Jan', 'janv.', 'ene'],
  ['Feb', 'févr.', 'feb'],
  ['Mar', 'mars', 'mar'],
  ['Apr', 'avr.', 'abr'],
  ['May', 'mai', 'may'],
  ['Jun', 'juin', 'jun'],
  ['Jul', 'juil.', 'jul'],
  ['Aug', 'août', 'ago'],
  ['Sep', 'sept.', 'sep', 'sept'],
  ['Oct', 'oct.', 'oct'],
  ['Nov', 'nov.', 'nov'],
  ['Dec', 'déc.', 'dic'],
];

/** `21/Dec/22 3:31 PM` in UTC. */
function momentByHand(text: string): string | null {
  if (text === '') return null;
  const [date = '', time = '', half = ''] = text.split(' ');
  const [day = '', name = '', year = ''] = date.split('/');
  const month = MONTHS.findIndex((names) => names.includes(name));
  const [hour = '', minute = ''] = time.split(':');
  if (month < 0) throw new Error(`Not a month: ${text}`);
  const hours = (Number(hour) % 12) + (half === 'PM' ? 12 : 0);
  return new Date(Date.UTC(2000 + Number(year), month, Number(day), hours, Number(minute))).toISOString();
}

function linksByHand(links: string[]): string[] {
  return [...new Set(links)].sort();
}

/** An item is part of what is here and may have it as a part. */
function withParentsThere(items: ItemByHand[]): ItemByHand[] {
  const tiers = new Map(items.map(({ key, tier }) => [key, tier]));
  const may: Record<string, string[]> = { TASK: ['FEATURE', 'EPIC'], FEATURE: ['EPIC'], EPIC: [] };
  return items.map((item) => {
    const tier = tiers.get(item.parent ?? '');
    return { ...item, parent: tier !== undefined && may[item.tier]?.includes(tier) ? item.parent : null };
  });
}

/** By project, type, state, sprint and link: what people would count. */
export function countsOf(items: readonly ItemByHand[]): Record<string, Record<string, number>> {
  const count = (names: readonly string[]): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const name of names.toSorted()) counts[name] = (counts[name] ?? 0) + 1;
    return counts;
  };
  return {
    project: count(items.map(({ project }) => project)),
    type: count(items.map(({ type }) => type)),
    tier: count(items.map(({ tier }) => tier)),
    state: count(items.map(({ state }) => state)),
    sprint: count(items.flatMap(({ sprints }) => sprints)),
    link: count(items.flatMap(({ links }) => links.map((link) => link.replace(/ \S+$/, '')))),
    parents: count(items.flatMap(({ parent }) => (parent === null ? [] : ['joined']))),
  };
}

import { deadlineOf } from '@chapterhouse/domain/impediments/impediment-deadline';
import {
  CATEGORY_TITLES,
  IMPEDIMENT_CATEGORIES,
  IMPEDIMENT_SEVERITIES,
  SEVERITY_TITLES,
} from '@chapterhouse/domain/impediments/impediment-fields';
import type { ImpedimentCardFragment } from '../../../generated/graphql';

/** Facets with values; each is a search parameter of this name, once per value. */
export const FACETS = ['area', 'team', 'owner', 'source', 'label', 'category', 'severity', 'level'] as const;
export type Facet = (typeof FACETS)[number];

export const FACET_TITLES: Record<Facet, string> = {
  area: 'Area',
  team: 'Team',
  owner: 'Owner',
  source: 'Source',
  label: 'Label',
  category: 'Category',
  severity: 'Severity',
  level: 'Level',
};

/** The value of a facet for an impediment that has none: nobody owns it, no source or label, no severity yet. */
export const NONE = 'none';

/** On or off; each is a search parameter without a value. `changed`: by others, since the viewer was last here. */
export const FLAGS = ['mine', 'overdue', 'watching', 'changed'] as const;
export type Flag = (typeof FLAGS)[number];

export type BoardFilter = Record<Facet, readonly string[]> & Record<Flag, boolean> & { text: string };

/** Whatever an address says, somebody may have typed it: values count once, empty ones not at all. */
export function readFilter(params: URLSearchParams): BoardFilter {
  const values = (facet: Facet) => [...new Set(params.getAll(facet).filter(Boolean))];
  return {
    area: values('area'),
    team: values('team'),
    owner: values('owner'),
    source: values('source'),
    label: values('label'),
    category: values('category'),
    severity: values('severity'),
    level: values('level'),
    mine: params.has('mine'),
    overdue: params.has('overdue'),
    watching: params.has('watching'),
    changed: params.has('changed'),
    text: params.get('text') ?? '',
  };
}

/** Only the filter's own parameters change; others stay. */
export function writeFilter(params: URLSearchParams, filter: BoardFilter): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const facet of FACETS) {
    next.delete(facet);
    for (const value of filter[facet]) next.append(facet, value);
  }
  for (const flag of FLAGS) {
    if (filter[flag]) next.set(flag, '');
    else next.delete(flag);
  }
  if (filter.text === '') next.delete('text');
  else next.set('text', filter.text);
  return next;
}

export function isFiltered(filter: BoardFilter): boolean {
  return FLAGS.some((flag) => filter[flag]) || filter.text !== '' || FACETS.some((facet) => filter[facet].length > 0);
}

/** What the value `none` says, where a facet has it. */
const WITHOUT: Partial<Record<Facet, string>> = {
  owner: 'No owner',
  source: 'No source named',
  label: 'No label',
  severity: 'Not yet known',
};

export const facetWithoutValue = (facet: Facet): string | null => WITHOUT[facet] ?? null;

export type FacetValue = { value: string; label: string };

const none = (facet: Facet): FacetValue => ({ value: NONE, label: facetWithoutValue(facet) ?? NONE });

/** What a card has under a facet. A team counts where it raised it and where it is affected. */
export function facetValues(
  impediment: ImpedimentCardFragment,
  facet: Facet,
  levelName: (level: number) => string,
): FacetValue[] {
  const { raisingTeam, affectedTeams, owner, source, labels, category, severity, level } = impediment;
  switch (facet) {
    case 'area':
      return [{ value: raisingTeam.area.id, label: raisingTeam.area.name }];
    case 'team': {
      const teams = affectedTeams.some(({ id }) => id === raisingTeam.id)
        ? affectedTeams
        : [raisingTeam, ...affectedTeams];
      return teams.map(({ id, name }) => ({ value: id, label: name }));
    }
    case 'owner':
      return [owner ? { value: owner.id, label: owner.name } : none(facet)];
    case 'source':
      return [source ? { value: source.id, label: source.name } : none(facet)];
    case 'label':
      return labels.length === 0 ? [none(facet)] : labels.map(({ id, name }) => ({ value: id, label: name }));
    case 'category':
      return [{ value: category, label: CATEGORY_TITLES[category] }];
    case 'severity':
      return [severity ? { value: severity, label: SEVERITY_TITLES[severity] } : none(facet)];
    case 'level':
      return [{ value: String(level), label: levelName(level) }];
  }
}

export type FilterFacts = {
  viewerId: string;
  /** YYYY-MM-DD in the organization's time zone. */
  today: string;
  /** Milliseconds. */
  now: number;
  /** Ids of what others changed since the viewer was last here; null until that is known. */
  changed: ReadonlySet<string> | null;
};

/** Values of one facet widen, facets narrow: any of these teams, and this severity. */
export function passes(impediment: ImpedimentCardFragment, filter: BoardFilter, facts: FilterFacts): boolean {
  if (filter.mine && impediment.owner?.id !== facts.viewerId) return false;
  if (filter.watching && !impediment.viewerWatches) return false;
  if (filter.changed && facts.changed?.has(impediment.id) === false) return false;
  if (filter.overdue && !deadlineOf(impediment, facts.today, facts.now)?.overdue) return false;
  for (const facet of FACETS) {
    const wanted = filter[facet];
    if (wanted.length === 0) continue;
    if (!facetValues(impediment, facet, String).some(({ value }) => wanted.includes(value))) return false;
  }
  return containsWords(impediment, filter.text);
}

/** Every typed word is somewhere in what the card says. */
function containsWords(impediment: ImpedimentCardFragment, text: string): boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const { key, title, raisingTeam, owner, source, labels, nextStep } = impediment;
  const names = [raisingTeam.name, owner?.name, source?.name, ...labels.map(({ name }) => name)];
  const said = [key, title, ...names, nextStep].join(' ').toLowerCase();
  return words.every((word) => said.includes(word));
}

/** Facets whose order is their own; the others go by name. */
const OWN_ORDER: Partial<Record<Facet, readonly string[]>> = {
  severity: [...IMPEDIMENT_SEVERITIES].reverse(),
  category: IMPEDIMENT_CATEGORIES,
};

export type FacetOption = FacetValue & { count: number };

/** What can be chosen under a facet, from the cards that are there, each with how many. */
export function facetOptions(
  impediments: readonly ImpedimentCardFragment[],
  facet: Facet,
  levelName: (level: number) => string,
): FacetOption[] {
  const options = new Map<string, FacetOption>();
  for (const impediment of impediments) {
    for (const { value, label } of facetValues(impediment, facet, levelName)) {
      const option = options.get(value);
      if (option) option.count++;
      else options.set(value, { value, label, count: 1 });
    }
  }
  const order = OWN_ORDER[facet];
  const place = ({ value }: FacetOption) => (value === NONE ? -1 : (order?.indexOf(value) ?? 0));
  return [...options.values()].sort(
    (a, b) =>
      place(a) - place(b) || (facet === 'level' ? Number(a.value) - Number(b.value) : a.label.localeCompare(b.label)),
  );
}

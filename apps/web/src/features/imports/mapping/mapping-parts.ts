import { type JiraMapping, readJiraMapping, writeJiraMapping } from '@chapterhouse/domain/imports/jira-mapping';
import { jiraChoicesOf } from './jira-choices';
import { canonical } from './use-mapping-draft';

const WORDS: Record<keyof JiraMapping, string> = {
  productName: 'product',
  areaName: 'area',
  teamsFrom: 'teams',
  people: 'people',
  tierOf: 'tiers',
  kindOf: 'kinds',
  stateOf: 'states',
  droppedResolutions: 'what was dropped',
  rules: 'what is an impediment',
  severityOf: 'severities',
  categoryDefault: 'category',
  dates: 'dates',
  columns: 'columns',
};

const isPart = (name: string): name is keyof JiraMapping => name in WORDS;

/** In which parts two mappings of Jira differ, in words. */
export function differingParts(one: unknown, other: unknown): string[] {
  const whole = new Map(Object.entries(writeJiraMapping(readJiraMapping(other).mapping)));
  return Object.entries(writeJiraMapping(readJiraMapping(one).mapping)).flatMap(([name, value]) =>
    isPart(name) && canonical(value) !== canonical(whole.get(name)) ? [WORDS[name]] : [],
  );
}

/** What a mapping names that these files do not have: it is without effect here. */
export function misfitsOf(mapping: unknown, offered: unknown): string[] {
  const { mapping: read } = readJiraMapping(mapping);
  const choices = jiraChoicesOf(offered);
  const missing = (what: string, names: Iterable<string>, known: readonly string[]): string[] => {
    const absent = [...new Set(names)].filter((name) => !known.includes(name));
    return absent.length === 0 ? [] : [`${what}: ${absent.join(', ')}`];
  };
  const namesOf = (list: readonly { name: string }[]) => list.map(({ name }) => name);
  const types = namesOf(choices.issueTypes);
  return [
    ...missing(
      'Columns',
      read.columns.keys(),
      choices.columns.map(({ header }) => header),
    ),
    ...missing('Types', [...read.tierOf.keys(), ...read.kindOf.keys(), ...read.rules.issueTypes], types),
    ...missing('Statuses', read.stateOf.keys(), namesOf(choices.statuses)),
    ...missing('Resolutions', read.droppedResolutions, namesOf(choices.resolutions)),
    ...missing(
      'People',
      read.people.byHand.keys(),
      choices.persons.map(({ key }) => key),
    ),
  ];
}

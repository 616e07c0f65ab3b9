import { ImportTally } from './import-outcome.js';
import { type ImpedimentFact, jiraImpediments } from './jira-impediments.js';
import type { JiraFile, JiraIssue, JiraPerson } from './jira-issue.js';
import type { JiraMapping } from './jira-mapping.js';
import { JiraTeams } from './jira-teams.js';
import type { OrganizationFile } from './organization-file.js';

/** Whose names the keys of teams and areas are. */
export const JIRA_PLACES = 'jira';
export const JIRA_PEOPLE = 'jira:user';
/** Stands for everybody whom the file does not name; Jira forgets people who ask for it. */
export const UNKNOWN_PERSON: JiraPerson = { key: 'unknown', name: 'Unknown person from Jira', email: null };

export interface JiraMeaning {
  teams: JiraTeams;
  impediments: ImpedimentFact[];
}

/** What the files mean under a mapping. */
export function jiraMeaning(file: JiraFile, mapping: JiraMapping, tally: ImportTally): JiraMeaning {
  const teams = new JiraTeams(file.issues, mapping, tally);
  return { teams, impediments: jiraImpediments(file.issues, teams, mapping, tally) };
}

/**
 * The meaning of what is taken: without the teams and sprints that only issues have which are not. An impediment that is
 * taken brings its teams along, whatever becomes of its issue.
 * @param taken issues of the files
 */
export function meaningOfTaken(
  { teams: all, impediments }: JiraMeaning,
  taken: JiraIssue[],
  mapping: JiraMapping,
): JiraMeaning {
  // What is odd about sprints was told of all of them.
  const teams = new JiraTeams(taken, mapping, new ImportTally());
  for (const key of impediments.flatMap(({ raisingTeam, affectedTeams }) => [raisingTeam, ...affectedTeams])) {
    const team = all.teams.get(key);
    if (team !== undefined) teams.teams.set(key, team);
  }
  return { teams, impediments };
}

/**
 * Product, area, teams and people of the files. Nobody gets a role: Jira does not say who answers for what. Without a team
 * there is nothing to hold it: neither product nor area then.
 * @param file with the issues that are taken
 * @param commenters who commented on what becomes an impediment; null: somebody whom the file does not name
 */
export function jiraOrganization(
  file: JiraFile,
  { teams, impediments }: JiraMeaning,
  mapping: JiraMapping,
  today: string,
  commenters: (JiraPerson | null)[],
): OrganizationFile {
  const product = {
    kind: 'product' as const,
    key: `product:${mapping.productName.toLowerCase()}`,
    name: mapping.productName,
    parentKey: null,
  };
  const area = {
    kind: 'area' as const,
    key: `area:${mapping.areaName.toLowerCase()}`,
    name: mapping.areaName,
    parentKey: product.key,
  };
  const inArea = [...teams.teams.values()].map((team) => ({ ...team, kind: 'team' as const, parentKey: area.key }));
  const people = new Map<string, JiraPerson>();
  const named = [
    ...file.issues.flatMap(({ assignee, reporter }) => [assignee, reporter]),
    ...impediments.flatMap(({ owner, raisedBy }) => [owner, raisedBy]),
  ];
  for (const key of named) if (key !== null) people.set(key, file.people.get(key) ?? { key, name: key, email: null });
  for (const person of commenters) if (person !== null && !people.has(person.key)) people.set(person.key, person);
  if (commenters.includes(null) || impediments.some(({ raisedBy }) => raisedBy === null))
    people.set(UNKNOWN_PERSON.key, UNKNOWN_PERSON);
  return {
    source: JIRA_PLACES,
    asOf: today,
    places: (inArea.length === 0 ? [] : [product, area, ...inArea]).map((place) => ({
      ...place,
      purpose: null,
      where: place.name,
    })),
    people: [...people.values()].map((person) => ({ ...person, source: JIRA_PEOPLE, where: person.key })),
    roles: [],
    absences: [],
    completeFor: [],
  };
}

import type { ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import type { JiraDetails, JiraFile, JiraIssue } from '@chapterhouse/domain/imports/jira-issue';
import { chunksOf, type ImportFile } from '../import-file.js';
import { JiraIssueReader } from './jira-issue-reader.js';
import { readJiraDetails } from './jira-details-reader.js';
import { jsonElements, JsonShapeError } from './json-elements.js';

/** What the files say in short, and the place of each issue: the number of its file and its own number there. */
export interface ReadJira extends JiraFile {
  places: Map<string, string>;
}

/** The short facts of every issue in the files, one issue in memory at a time. A later file corrects an earlier one. */
export async function readJira(files: ImportFile[], tally: ImportTally): Promise<ReadJira> {
  const reader = new JiraIssueReader(tally);
  const issues = new Map<string, JiraIssue>();
  const places = new Map<string, string>();
  const parse = (text: string, where: string, place: string): void => {
    const value = parsed(text);
    const issue = value === undefined ? undefined : reader.read(value, where);
    if (value === undefined) tally.problem(where, 'This issue is no JSON: it is not taken.');
    if (issue === undefined) return;
    const known = issues.get(issue.key);
    if (known !== undefined) tally.problem(where, `${issue.key} stands twice; the one that was changed last is taken.`);
    if (known !== undefined && known.updated > issue.updated) return;
    issues.set(issue.key, issue);
    places.set(issue.key, place);
  };
  await eachIssue(files, tally, parse);
  if (!tally.isRefused)
    for (const [field, count] of reader.notRead)
      tally.problem('all files', `Not read yet: ${field} of ${count} ${count === 1 ? 'issue' : 'issues'}.`);
  return { issues: [...issues.values()], people: reader.people, places };
}

/** Descriptions and comments of the issues with these keys, found where `readJira` has found the issues. */
export async function readJiraDetailsOf(
  files: ImportFile[],
  { places }: ReadJira,
  keys: Iterable<string>,
): Promise<Map<string, JiraDetails>> {
  const details = new Map<string, JiraDetails>();
  const wanted = new Map([...keys].map((key) => [places.get(key), key]));
  if (wanted.size === 0) return details;
  await eachIssue(files, undefined, (text, _where, place) => {
    const key = wanted.get(place);
    if (key !== undefined) details.set(key, readJiraDetails(parsed(text)));
  });
  return details;
}

async function eachIssue(
  files: ImportFile[],
  tally: ImportTally | undefined,
  take: (text: string, where: string, place: string) => void,
): Promise<void> {
  for (const [number, file] of files.entries()) {
    let count = 0;
    try {
      for await (const element of jsonElements(chunksOf(file), 'issues')) {
        take(element.text, `${file.name}:${element.line}`, `${number}:${count}`);
        count += 1;
      }
    } catch (error) {
      if (!(error instanceof JsonShapeError)) throw error;
      // Half a file must not look like a whole one.
      tally?.refuse(file.name, `This is no Jira search result: ${error.message}`);
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

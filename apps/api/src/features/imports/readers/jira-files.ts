import type { ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import type { JiraFileFacts } from '@chapterhouse/domain/imports/jira-choices';
import type { JiraDetails, JiraFile, JiraIssue, JiraPerson } from '@chapterhouse/domain/imports/jira-issue';

/** One issue as it stands in a file; what is not asked for is not read. */
export interface RawIssue {
  /** `file:line`. */
  where: string;
  /** The number of its file and its own number there. */
  place: string;
  /** Short facts; undefined when nothing usable stands there. Problems go to the tally. */
  facts(): JiraIssue | undefined;
  /** As markdown, within our limit. */
  description(): string;
  details(): JiraDetails;
}

/** Files of issues in one format. Each call of `issues` reads them anew, one issue in memory at a time. */
export interface JiraFiles {
  /** @param tally hears what is wrong with the files themselves */
  issues(tally: ImportTally | undefined): AsyncIterable<RawIssue>;
  /** After `issues`: everybody whom the facts name. */
  people: Map<string, JiraPerson>;
  /** After `issues`: what the files say of themselves. What nobody reads goes to the tally. */
  finish(issues: JiraIssue[], tally: ImportTally): JiraFileFacts;
}

/** What the files say in short, and where each issue stands. */
export interface ReadJira extends JiraFile {
  facts: JiraFileFacts;
  places: Map<string, string>;
}

/** The short facts of every issue. A later file corrects an earlier one. */
export async function readJira(files: JiraFiles, tally: ImportTally): Promise<ReadJira> {
  const issues = new Map<string, JiraIssue>();
  const places = new Map<string, string>();
  for await (const raw of files.issues(tally)) {
    const issue = raw.facts();
    if (issue === undefined) continue;
    const known = issues.get(issue.key);
    if (known !== undefined)
      tally.problem(raw.where, `${issue.key} stands twice; the one that was changed last is taken.`);
    if (known !== undefined && known.updated > issue.updated) continue;
    issues.set(issue.key, issue);
    places.set(issue.key, raw.place);
  }
  const all = [...issues.values()];
  if (all.length === 0 && !tally.isRefused) tally.refuse('all files', 'No issue stands in them that could be read.');
  return { issues: all, people: files.people, places, facts: files.finish(all, tally) };
}

/** Descriptions and comments of the issues with these keys. */
export async function readJiraDetails(
  files: JiraFiles,
  read: ReadJira,
  keys: Iterable<string>,
): Promise<Map<string, JiraDetails>> {
  const details = new Map<string, JiraDetails>();
  for await (const { key, raw } of again(files, read, keys)) details.set(key, raw.details());
  return details;
}

/** The descriptions of the issues with these keys, one by one as they stand in the files. */
export async function* readJiraDescriptions(
  files: JiraFiles,
  read: ReadJira,
  keys: Iterable<string>,
): AsyncGenerator<{ key: string; description: string }> {
  for await (const { key, raw } of again(files, read, keys)) yield { key, description: raw.description() };
}

async function* again(
  files: JiraFiles,
  { places }: ReadJira,
  keys: Iterable<string>,
): AsyncGenerator<{ key: string; raw: RawIssue }> {
  const wanted = new Map([...keys].map((key) => [places.get(key), key]));
  wanted.delete(undefined);
  if (wanted.size === 0) return;
  for await (const raw of files.issues(undefined)) {
    const key = wanted.get(raw.place);
    if (key !== undefined) yield { key, raw };
    wanted.delete(raw.place);
    if (wanted.size === 0) return;
  }
}

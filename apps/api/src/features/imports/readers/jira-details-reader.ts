import type { JiraComment, JiraDetails } from '@chapterhouse/domain/imports/jira-issue';
import { momentOf, namesOf } from './jira-issue-reader.js';
import { shortTexts } from './issue-words.js';
import { plainText } from './jira-text.js';
import { at, listOf, textOf } from './plain-value.js';

/** The long texts of an issue, as plain text within our limits. */
export function readJiraDetails(issue: unknown): JiraDetails {
  const whole = (listOf(at(issue, 'fields', 'comment', 'comments')) ?? []).flatMap(commentOf);
  const total = at(issue, 'fields', 'comment', 'total');
  const { description, bodies, shortened } = shortTexts(
    plainText(at(issue, 'fields', 'description')),
    whole.map(({ body }) => body),
  );
  const comments = whole.map((comment, place) => ({ ...comment, body: bodies[place] ?? '' }));
  return { description, comments, commentTotal: typeof total === 'number' ? total : comments.length, shortened };
}

function commentOf(value: unknown): JiraComment[] {
  const id = textOf(at(value, 'id'));
  const moment = momentOf(at(value, 'created'));
  const body = plainText(at(value, 'body'));
  if (id === undefined || moment === null || body === '') return [];
  const author = at(value, 'author');
  const key = textOf(at(author, 'key')) ?? textOf(at(author, 'accountId')) ?? textOf(at(author, 'name'));
  const person = key === undefined ? null : { key, ...namesOf(author, key) };
  return [{ id, author: person, at: moment, body }];
}

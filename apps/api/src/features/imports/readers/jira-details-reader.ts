import { TEXT_LIMIT } from '@chapterhouse/domain/impediments/impediment-fields';
import type { JiraComment, JiraDetails } from '@chapterhouse/domain/imports/jira-issue';
import { momentOf, namesOf } from './jira-issue-reader.js';
import { at, cut, listOf, recordOf, textOf } from './plain-value.js';

/** The long texts of an issue, as plain text within our limits. */
export function readJiraDetails(issue: unknown): JiraDetails {
  const whole = (listOf(at(issue, 'fields', 'comment', 'comments')) ?? []).flatMap(commentOf);
  const comments = whole.map((comment) => ({ ...comment, body: cut(comment.body, TEXT_LIMIT) }));
  const total = at(issue, 'fields', 'comment', 'total');
  const text = plainText(at(issue, 'fields', 'description'));
  const description = cut(text, TEXT_LIMIT);
  return {
    description,
    comments,
    commentTotal: typeof total === 'number' ? total : comments.length,
    shortened: Number(description !== text) + comments.filter(({ body }, place) => body !== whole[place]?.body).length,
  };
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

/** Text as it is (REST 2), or the texts of a document tree (REST 3), a block in a line. */
function plainText(value: unknown): string {
  if (typeof value === 'string') return value.replaceAll('\u0000', '').replaceAll('\r\n', '\n').trim();
  return blocksOf(value, 0).trim();
}

/** Deeper is no text that somebody wrote. */
const DEEPEST = 50;

function blocksOf(node: unknown, depth: number): string {
  const fields = recordOf(node);
  if (fields === undefined || depth > DEEPEST) return '';
  if (fields.get('type') === 'hardBreak') return '\n';
  const own = fields.get('text');
  const inside = (listOf(fields.get('content')) ?? []).map((child) => blocksOf(child, depth + 1));
  const isBlock = inside.length > 0 && fields.get('type') !== 'doc';
  return `${typeof own === 'string' ? own.replaceAll('\u0000', '') : ''}${inside.join('')}${isBlock ? '\n' : ''}`;
}

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Issue
 * @property {string} key
 * @property {string} project
 * @property {string} title 1 to 200 characters
 * @property {string} description
 * @property {{ body: string, at: string }[]} comments
 * @property {string} raisedAt ISO text
 * @property {string | null} endedAt
 */

/**
 * Issues of Jira's REST search pages in a folder, and which of them people found to be the same: by key, the keys at the
 * other ends of its links of a duplicate, whichever of the two was marked, as far as they are in the files.
 * @returns {{ issues: Issue[], same: Map<string, Set<string>> } | null} null where there is no such file
 */
export function readTruth(folder) {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return null;
  const raw = new Map();
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .toSorted()) {
    const { issues } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    for (const issue of Array.isArray(issues) ? issues : []) raw.set(issue.key, issue);
  }
  if (raw.size === 0) return null;
  return { issues: [...raw.values()].map(issueOf), same: linked(raw, (type) => /duplicat/i.test(type)) };
}

function linked(raw, isWanted) {
  const same = new Map();
  const add = (one, other) => same.set(one, (same.get(one) ?? new Set()).add(other));
  for (const { key, fields } of raw.values()) {
    for (const { type, inwardIssue, outwardIssue } of fields.issuelinks ?? []) {
      const other = (inwardIssue ?? outwardIssue)?.key;
      if (!isWanted(`${type.name} ${type.inward} ${type.outward}`) || !raw.has(other) || other === key) continue;
      add(key, other);
      add(other, key);
    }
  }
  return same;
}

function issueOf({ key, fields }) {
  const ended = fields.status?.statusCategory?.key === 'done' || fields.resolutiondate;
  return {
    key,
    project: key.slice(0, key.lastIndexOf('-')),
    title: cut((fields.summary ?? key).replaceAll(/\s+/g, ' ').trim(), 200) || key,
    description: cut(typeof fields.description === 'string' ? fields.description : '', 20_000),
    comments: (fields.comment?.comments ?? []).flatMap(({ body, created }) => {
      const text = cut(typeof body === 'string' ? body : '', 20_000);
      return text === '' ? [] : [{ body: text, at: new Date(created).toISOString() }];
    }),
    raisedAt: new Date(fields.created).toISOString(),
    endedAt: ended ? new Date(fields.resolutiondate ?? fields.updated).toISOString() : null,
  };
}

function cut(text, most) {
  return Array.from(text.replaceAll('\u0000', '')).slice(0, most).join('').trim();
}

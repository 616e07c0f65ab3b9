import type { ImportFile } from '../src/features/imports/import-file.js';

/** What a kep.yaml says, read by its lines without any of our readers. */
export interface RawKep {
  path: string;
  status: string;
  owner: string;
  lines: string[];
}

/** The states of KEPs as their authors mean them; slips of the pen and remarks by hand. */
export const MEANING: Record<string, string> = {
  provisional: 'PROPOSED',
  deferred: 'PROPOSED',
  implementable: 'ACCEPTED',
  implemented: 'ACCEPTED',
  'implemented (alpha)': 'ACCEPTED',
  imlpemented: 'ACCEPTED',
  rejected: 'REJECTED',
  withdrawn: 'WITHDRAWN',
  replaced: 'SUPERSEDED',
  superseded: 'SUPERSEDED',
  removed: 'REVERTED',
  'provisional|implementable|implemented|deferred|rejected|withdrawn|replaced': 'PROPOSED',
};

export function rawKep({ name, content }: ImportFile): RawKep {
  const lines = String(content).split('\n');
  const valueOf = (field: string): string =>
    /:\s*["']?(.*?)["']?\s*(?:#.*)?$/u.exec(lines.find((line) => line.startsWith(`${field}:`)) ?? '')?.[1] ?? '';
  return { path: name, lines, status: valueOf('status').toLowerCase(), owner: valueOf('owning-sig') };
}

/** What it says that it replaces, or is replaced by. */
export function references({ path, lines }: RawKep): { path: string; field: string; value: string }[] {
  let field = '';
  return lines.flatMap((line) => {
    field = /^([a-z-]+):/u.exec(line)?.[1] ?? field;
    const value = /^\s*-\s*["']?\(?(.*?)\)?["']?\s*(?:\s#.*)?$/u.exec(line)?.[1] ?? '';
    return value !== '' && (field === 'replaces' || field === 'superseded-by') ? [{ path, field, value }] : [];
  });
}

/** Lines that say something that is not quite what is expected there. */
export function oddLines({ path, lines }: RawKep): { where: string; line: string }[] {
  let field = '';
  return lines.flatMap((line, place) => {
    field = /^([a-z-]+):/u.exec(line)?.[1] ?? field;
    const value = (/^(?:[a-z-]+:|\s*-)\s*(.*?)\s*(?:\s#.*)?$/u.exec(line)?.[1] ?? '')
      .replaceAll(/^["'“”]+|["'“”]+$/gu, '')
      .trim();
    if (value === '') return [];
    const isDate = field === 'creation-date' || field === 'last-updated';
    const isOdd = isDate
      ? !/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u.test(value) || value > '2026-12-31'
      : [
            'approvers',
            'reviewers',
            'authors',
            'editor',
            'participating-sigs',
            'replaces',
            'superseded-by',
            'see-also',
          ].includes(field)
        ? /^(?:tbd|n\/a|none)$/iu.test(value) ||
          (/@\S+\s+\S/u.test(value) && field !== 'editor') ||
          /^\w.* @/u.test(value)
        : false;
    return isOdd ? [{ where: `${path}:${place + 1}`, line }] : [];
  });
}

import { MappingReader } from './mapping-reader.js';

export interface PlaybookMapping {
  /** What the folder is called: the next one of this name is compared with the same playbook. */
  source: string;
  /** Of the playbook, when it is new. */
  title: string;
  /** The community's id as clients know it, or its name; null: the only one there is, or one of the playbook's name. */
  community: string | null;
  /** What the pages lie in, within what was given; `.` is the top; null: as the files say. */
  folder: string | null;
  /** Before a version is published, when it is new. */
  approvalsNeeded: number;
}

const USUAL_APPROVALS = 2;
const MOST_APPROVALS = 9;

/** The mapping with what is missing filled in; wrong values are named in `problems`. */
export function readPlaybookMapping(
  wanted: unknown,
  usual: { source: string; title: string },
): { mapping: PlaybookMapping; problems: MappingReader['problems'] } {
  const reader = new MappingReader(wanted);
  const mapping: PlaybookMapping = {
    source: reader.text('source', usual.source),
    title: reader.text('title', usual.title),
    community: reader.text('community', '') || null,
    folder: reader.text('folder', '', 1000).replaceAll(/^(?:\.\/)+|\/+$/gu, '') || null,
    approvalsNeeded: reader.whole('approvalsNeeded', USUAL_APPROVALS, 0, MOST_APPROVALS),
  };
  return { mapping, problems: reader.problems };
}

/** As reading takes it: null is as the files say. */
export function folderOf({ folder }: Pick<PlaybookMapping, 'folder'>): string | null {
  return folder === '.' ? '' : folder;
}

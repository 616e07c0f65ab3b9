import {
  type FolderPlaybook,
  type OpenCommunity,
  type PlaybookGoal,
  playbookGoal,
} from '@chapterhouse/domain/imports/playbook-goal';
import { readPlaybookMapping } from '@chapterhouse/domain/imports/playbook-mapping';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const count = (value: unknown): number => (typeof value === 'number' ? value : 0);

export type PlaybookChoices = {
  communities: OpenCommunity[];
  /** Those that came before, by what their folder is called. */
  playbooks: (FolderPlaybook & { source: string; title: string })[];
  /** What the pages lie in, within what was sent. */
  folder: string;
  pages: number;
  pictures: number;
  links: number;
  broken: number;
  usual: { source: string; title: string };
};

/** Reads `choices` of an import of a playbook; a part that is missing counts as none. */
export function playbookChoicesOf(choices: unknown): PlaybookChoices {
  const given = isRecord(choices) ? choices : {};
  const list = (name: string): Record<string, unknown>[] => {
    const value = given[name];
    return Array.isArray(value) ? value.filter(isRecord) : [];
  };
  const counts = isRecord(given['counts']) ? given['counts'] : {};
  const usual = isRecord(given['defaults']) ? given['defaults'] : {};
  return {
    communities: list('communities').map(({ id, name }) => ({ id: text(id), name: text(name) })),
    playbooks: list('playbooks').map(({ source, key, title, communityId, communityName, isClosed }) => ({
      source: text(source),
      key: text(key),
      title: text(title),
      communityId: text(communityId),
      communityName: text(communityName),
      isClosed: isClosed === true,
    })),
    folder: text(given['folder']),
    pages: count(counts['pages']),
    pictures: count(counts['pictures']),
    links: count(counts['links']) + count(counts['ownAnchors']),
    broken: count(given['broken']),
    usual: { source: text(usual['source']), title: text(usual['title']) },
  };
}

/** Where the folder would go, as the server decides it. */
export function goalOf(mapping: unknown, choices: unknown): PlaybookGoal<PlaybookChoices['playbooks'][number]> {
  const { communities, playbooks, usual } = playbookChoicesOf(choices);
  const { mapping: read } = readPlaybookMapping(mapping, usual);
  const kept = playbooks.filter(({ source }) => source === read.source);
  return playbookGoal(read, communities, kept);
}

/** What has to be said before a preview, by field. */
export function playbookProblems(mapping: unknown, choices: unknown): Record<string, string> {
  const goal = goalOf(mapping, choices);
  if (goal.to === 'NOWHERE') return { community: goal.problem };
  if (goal.to !== 'PLAYBOOK' || !goal.playbook.isClosed) return {};
  const { key, communityName } = goal.playbook;
  return { community: `${communityName} is closed: open it again, archive ${key}, or choose another community.` };
}

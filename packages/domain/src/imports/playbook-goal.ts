import type { PlaybookMapping } from './playbook-mapping.js';

/** A community that is open. */
export interface OpenCommunity {
  /** As clients know it. */
  id: string;
  name: string;
}

/** A playbook that came from a folder of the name, and is not in the archive. */
export interface FolderPlaybook {
  /** `A-5` */
  key: string;
  /** As clients know it. */
  communityId: string;
  communityName: string;
  /** Whether its community is. */
  isClosed: boolean;
}

/** What a folder is for. */
export type PlaybookGoal<P extends FolderPlaybook> =
  | { to: 'PLAYBOOK'; playbook: P }
  | { to: 'COMMUNITY'; id: string }
  | { to: 'NEW_COMMUNITY'; name: string }
  /** Nobody said which of several communities. */
  | { to: 'NOWHERE'; problem: string };

/**
 * The playbook that a folder updates, or the community that keeps a new one. A folder's name belongs to a community: another
 * community's folder of the same name is another playbook.
 * @param kept those that came from a folder of this name
 */
export function playbookGoal<P extends FolderPlaybook>(
  { community, title }: Pick<PlaybookMapping, 'community' | 'title'>,
  communities: readonly OpenCommunity[],
  kept: readonly P[],
): PlaybookGoal<P> {
  const named = (name: string): OpenCommunity | undefined =>
    communities.find((one) => one.id === name || isName(one.name, name));
  if (community !== null) {
    const open = named(community);
    const playbook = kept.find((one) =>
      open === undefined ? one.communityId === community || isName(one.communityName, community) : isOf(open, one),
    );
    if (playbook !== undefined) return { to: 'PLAYBOOK', playbook };
    return open === undefined ? { to: 'NEW_COMMUNITY', name: community } : { to: 'COMMUNITY', id: open.id };
  }
  const open = communities.length === 1 ? communities[0] : named(title);
  const [first] = kept;
  const playbook = open === undefined ? undefined : kept.find((one) => isOf(open, one));
  if (playbook !== undefined) return { to: 'PLAYBOOK', playbook };
  // Nothing tells the folder of a closed community from one for another: whoever imports says it.
  if (first !== undefined && kept.every(({ isClosed }) => isClosed)) return { to: 'PLAYBOOK', playbook: first };
  if (open !== undefined) return { to: 'COMMUNITY', id: open.id };
  if (communities.length === 0) return { to: 'NEW_COMMUNITY', name: title };
  return { to: 'NOWHERE', problem: problemOf(kept) };
}

function problemOf(kept: readonly FolderPlaybook[]): string {
  const known = kept.map(({ key, communityName }) => `${key} of ${communityName}`).join(', ');
  return `Choose the community that keeps this playbook${known === '' ? '' : `: from a folder of this name came ${known}`}.`;
}

function isOf({ id }: OpenCommunity, { communityId }: FolderPlaybook): boolean {
  return communityId === id;
}

function isName(one: string, other: string): boolean {
  return one.toLowerCase() === other.trim().toLowerCase();
}

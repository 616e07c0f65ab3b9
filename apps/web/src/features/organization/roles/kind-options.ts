import { EXCLUSIVE_ROLES, ROLE_KIND_TITLES, type Role, type RoleKind } from '@chapterhouse/domain/organization/role';

/** What each kind means for who answers. */
export const KIND_MEANINGS: Record<RoleKind, string> = {
  PRIMARY: 'Answers for it. One at a time.',
  BACKUP: 'Answers while the holder is away.',
  ACTING: 'Answers before the holder, for a time.',
  ASSOCIATE: 'Helps in a large team; does not answer for it.',
};

/** The kinds that make sense for a role: what several people hold alike has only one. */
export function kindOptions(role: Role): { value: RoleKind; label: string }[] {
  const kinds: RoleKind[] = EXCLUSIVE_ROLES.includes(role) ? ['PRIMARY', 'BACKUP', 'ACTING'] : ['PRIMARY'];
  if (role === 'SCRUM_MASTER') kinds.push('ASSOCIATE');
  if (role === 'EXECUTIVE_ACTION_TEAM') kinds.push('BACKUP');
  return kinds.map((value) => ({ value, label: ROLE_KIND_TITLES[value] }));
}

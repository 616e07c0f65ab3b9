import { type Role, SCOPES_OF_ROLE } from '../organization/role.js';
import { MappingReader } from './mapping-reader.js';

/** Kinds of groups that a `sigs.yaml` lists at its top. */
export const GROUP_KINDS = ['sigs', 'workinggroups', 'usergroups', 'committees'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

export const LEADERSHIPS = ['chairs', 'tech_leads', 'emeritus_leads'] as const;
export type Leadership = (typeof LEADERSHIPS)[number];

export const GROUP_TARGETS = ['AREA', 'TEAM', 'SKIP'] as const;
export type GroupTarget = (typeof GROUP_TARGETS)[number];

export const GROUP_TITLES: Record<GroupKind, string> = {
  sigs: 'Special interest groups',
  workinggroups: 'Working groups',
  usergroups: 'User groups',
  committees: 'Committees',
};

type RoleOrSkip = Role | 'SKIP';

export interface SigsMapping {
  /** YYYY-MM-DD: the day on which the file was true. */
  asOf: string;
  productName: string;
  groups: Record<GroupKind, GroupTarget>;
  roles: Record<GroupKind, Record<Leadership, RoleOrSkip>>;
  /** Whether meetings are taken, and how long they are: the file does not say. */
  meetings: boolean;
  meetingMinutes: number;
}

/** Roles that a group's leaders may become, by what the group becomes. */
const USUAL_ROLES: Record<'AREA' | 'TEAM', Record<Leadership, Role>> = {
  AREA: { chairs: 'AREA_PRODUCT_OWNER', tech_leads: 'TECHNICAL_LEAD', emeritus_leads: 'AREA_PRODUCT_OWNER' },
  TEAM: { chairs: 'PRODUCT_OWNER', tech_leads: 'DEVELOPER', emeritus_leads: 'PRODUCT_OWNER' },
};

/**
 * The mapping with what is missing filled in; wrong values are named in `problems`.
 * @param usualAsOf the file's own day
 */
export function readSigsMapping(
  mapping: unknown,
  usualAsOf: string,
): { mapping: SigsMapping; problems: MappingReader['problems'] } {
  const reader = new MappingReader(mapping);
  const groups = reader.inside('groups');
  const roles = reader.inside('roles');
  const target = (kind: GroupKind): GroupTarget =>
    groups.choice(kind, GROUP_TARGETS, kind === 'sigs' ? 'AREA' : 'TEAM');
  const targets = {
    sigs: target('sigs'),
    workinggroups: target('workinggroups'),
    usergroups: target('usergroups'),
    committees: target('committees'),
  };
  const leaders = (kind: GroupKind): Record<Leadership, RoleOrSkip> => {
    const scope = targets[kind] === 'AREA' ? 'AREA' : 'TEAM';
    const known: RoleOrSkip[] = [...rolesOfScope(scope), 'SKIP'];
    const own = roles.inside(kind);
    const one = (leadership: Leadership): RoleOrSkip => own.choice(leadership, known, USUAL_ROLES[scope][leadership]);
    return { chairs: one('chairs'), tech_leads: one('tech_leads'), emeritus_leads: one('emeritus_leads') };
  };
  return {
    mapping: {
      asOf: reader.day('asOf', usualAsOf),
      productName: reader.text('productName', 'Kubernetes'),
      groups: targets,
      roles: {
        sigs: leaders('sigs'),
        workinggroups: leaders('workinggroups'),
        usergroups: leaders('usergroups'),
        committees: leaders('committees'),
      },
      meetings: reader.flag('meetings', true),
      meetingMinutes: reader.whole('meetingMinutes', 60, 5, 480),
    },
    problems: reader.problems,
  };
}

function rolesOfScope(scope: 'AREA' | 'TEAM'): Role[] {
  return (Object.keys(SCOPES_OF_ROLE) as Role[]).filter((role) => SCOPES_OF_ROLE[role].includes(scope));
}

import {
  ADMINISTRATOR,
  AREA,
  DEVELOPERS_OF_TEAM,
  PRODUCT,
  SCRUM_MASTERS_OF_TEAM,
  STALE,
  type Expectation,
} from './expectation.js';

const SOON = { startsOn: '2031-01-01', endsBefore: '2031-02-01' };

/** Who may change places, people, roles, absences and invitations. */
export const ORGANIZATION_EXPECTATIONS: Record<string, Expectation> = {
  'Mutation.editOrganization': { who: ADMINISTRATOR, variables: () => ({ version: STALE, name: 'New' }) },
  'Mutation.editWorkingCalendar': {
    who: ADMINISTRATOR,
    variables: () => ({ version: STALE, holidays: [{ date: '2031-01-01', name: 'New Year' }] }),
  },
  'Mutation.createProduct': { who: ADMINISTRATOR, variables: () => ({ name: 'Product' }) },
  'Mutation.editProduct': {
    who: ADMINISTRATOR,
    variables: (ids) => ({ id: ids.product, version: STALE, name: 'New' }),
  },
  'Mutation.createArea': { who: PRODUCT, variables: (ids) => ({ productId: ids.product, name: 'Area' }) },
  'Mutation.editArea': { who: PRODUCT, variables: (ids) => ({ id: ids.area, version: STALE, name: 'New' }) },
  'Mutation.createTeam': { who: AREA, variables: (ids) => ({ areaId: ids.area, name: 'Team' }) },
  'Mutation.editTeam': { who: AREA, variables: (ids) => ({ id: ids.team, version: STALE, name: 'New' }) },
  'Mutation.moveTeam': { who: PRODUCT, variables: (ids) => ({ id: ids.team, version: STALE, areaId: ids.otherArea }) },
  'Mutation.addPerson': { who: ADMINISTRATOR, variables: () => ({ name: 'Person' }) },
  'Mutation.editPerson': { who: ADMINISTRATOR, variables: (ids) => ({ id: ids.person, version: STALE, name: 'New' }) },
  'Mutation.deactivatePerson': { who: ADMINISTRATOR, variables: (ids) => ({ id: ids.person, version: STALE }) },
  'Mutation.assignRole': {
    who: DEVELOPERS_OF_TEAM,
    variables: (ids) => ({
      input: { personId: ids.newcomer, role: 'DEVELOPER', scopeId: ids.team, kind: 'PRIMARY', ...SOON },
    }),
  },
  'Mutation.endRole': {
    who: SCRUM_MASTERS_OF_TEAM,
    variables: (ids) => ({ id: ids.assignment, version: STALE, endsBefore: '2031-01-01' }),
  },
  'Mutation.handOverRole': {
    who: SCRUM_MASTERS_OF_TEAM,
    variables: (ids) => ({ id: ids.assignment, version: STALE, toPersonId: ids.newcomer, on: '2031-01-01' }),
  },
  'Mutation.recordAbsence': {
    who: ['administrator', 'scrumMaster'],
    variables: (ids) => ({ personId: ids.person, ...SOON }),
  },
  'Mutation.removeAbsence': {
    who: ['administrator', 'scrumMaster'],
    variables: (ids) => ({ id: ids.absence, version: STALE }),
  },
  'Mutation.invitePerson': {
    who: DEVELOPERS_OF_TEAM,
    variables: (ids) => ({ personId: ids.person, email: 'somebody@example.org' }),
  },
  'Mutation.revokeInvitation': {
    who: DEVELOPERS_OF_TEAM,
    variables: (ids) => ({ id: ids.invitation, version: STALE }),
  },
};

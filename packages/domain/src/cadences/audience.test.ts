import { describe, expect, it } from '@jest/globals';
import { type HeldRole, invitedOn } from './audience.js';

type Where = Pick<HeldRole, 'productId' | 'areaId' | 'teamId'>;

const TEAM = { productId: 'p', areaId: 'a', teamId: 't' };
const OTHER_TEAM = { productId: 'p', areaId: 'a', teamId: 't2' };
const AREA = { productId: 'p', areaId: 'a', teamId: null };
const OTHER_AREA = { productId: 'p', areaId: 'b', teamId: null };
const PRODUCT = { productId: 'p', areaId: null, teamId: null };
const ORGANIZATION = { productId: null, areaId: null, teamId: null };
const DAY = '2026-03-03';

function held(personId: string, role: HeldRole['role'], where: Where, more: Partial<HeldRole> = {}): HeldRole {
  return { personId, role, kind: 'PRIMARY', startsOn: null, endsBefore: null, ...where, ...more };
}

const HELD: HeldRole[] = [
  held('dev', 'DEVELOPER', TEAM),
  held('former', 'DEVELOPER', TEAM, { endsBefore: DAY }),
  held('coming', 'DEVELOPER', TEAM, { startsOn: '2026-03-04' }),
  held('other dev', 'DEVELOPER', OTHER_TEAM),
  held('sm', 'SCRUM_MASTER', TEAM),
  held('backup', 'SCRUM_MASTER', TEAM, { kind: 'BACKUP' }),
  held('other sm', 'SCRUM_MASTER', OTHER_TEAM),
  held('lead', 'TECHNICAL_LEAD', AREA),
  held('product lead', 'TECHNICAL_LEAD', PRODUCT),
  held('other lead', 'TECHNICAL_LEAD', OTHER_AREA),
  held('sosm', 'SCRUM_OF_SCRUMS_MASTER', AREA),
  held('chief sosm', 'SCRUM_OF_SCRUMS_MASTER', ORGANIZATION),
];

const invited = (scope: Where, roles: HeldRole['role'][], absent: string[] = []): string[] =>
  invitedOn(
    { scope, roles, personIds: ['guest'] },
    HELD,
    absent.map((personId) => ({ personId, startsOn: DAY, endsBefore: '2026-03-04' })),
    DAY,
  );

describe('who is invited', () => {
  it('are the people named, and who holds the roles there on that day', () => {
    expect(invited(TEAM, ['DEVELOPER', 'SCRUM_MASTER'])).toEqual(['guest', 'dev', 'sm']);
    expect(invited(TEAM, [])).toEqual(['guest']);
  });

  it('of an area are those of its teams; of the organization those of all', () => {
    expect(invited(AREA, ['SCRUM_MASTER'])).toEqual(['guest', 'sm', 'other sm']);
    expect(invited(ORGANIZATION, ['DEVELOPER'])).toEqual(['guest', 'dev', 'other dev']);
    expect(invited(OTHER_AREA, ['SCRUM_MASTER'])).toEqual(['guest']);
  });

  it('are the nearest around it where nobody in it holds the role', () => {
    expect(invited(TEAM, ['TECHNICAL_LEAD'])).toEqual(['guest', 'lead']);
    expect(invited(PRODUCT, ['TECHNICAL_LEAD'])).toEqual(['guest', 'lead', 'product lead', 'other lead']);
    expect(invited(AREA, ['SCRUM_OF_SCRUMS_MASTER'])).toEqual(['guest', 'sosm']);
    expect(invited(OTHER_AREA, ['SCRUM_OF_SCRUMS_MASTER'])).toEqual(['guest', 'chief sosm']);
  });

  it('are backups while who holds the role is away, who stays invited', () => {
    expect(invited(TEAM, ['SCRUM_MASTER'], ['sm'])).toEqual(['guest', 'sm', 'backup']);
    expect(invited(TEAM, ['SCRUM_MASTER'], ['other sm'])).toEqual(['guest', 'sm']);
  });
});

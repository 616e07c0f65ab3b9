import { describe, expect, it } from '@jest/globals';
import type { AbsenceFact, AssignmentFact } from '../organization/accountability.js';
import type { Role, RoleKind } from '../organization/role.js';
import { answersFor, consumerPeople, waitsForPeople } from './dependency-people.js';

const DAY = '2026-03-10';

const held = (personId: string, role: Role, scopeId: string, kind: RoleKind = 'PRIMARY'): AssignmentFact => ({
  id: `${personId} ${role}`,
  personId,
  role,
  kind,
  scopeId,
  startsOn: null,
  endsBefore: null,
  sharePercent: null,
});
const away = (personId: string): AbsenceFact => ({ personId, startsOn: DAY, endsBefore: '2026-03-12' });

const ASSIGNMENTS = [
  held('po', 'PRODUCT_OWNER', 'payments'),
  held('backup', 'PRODUCT_OWNER', 'payments', 'BACKUP'),
  held('sm', 'SCRUM_MASTER', 'payments'),
  held('other', 'PRODUCT_OWNER', 'checkout'),
  held('apo', 'AREA_PRODUCT_OWNER', 'money'),
  held('cpo', 'CHIEF_PRODUCT_OWNER', 'shop'),
];
const PAYMENTS = { teamId: 'payments', areaId: 'money', productId: 'shop' };
const CHECKOUT = { teamId: 'checkout', areaId: 'buying', productId: 'shop' };

describe('who answers for a place', () => {
  it.each([
    ['its Product Owner and Scrum Master', PAYMENTS, [], ['po', 'sm']],
    ['who stands in for them', PAYMENTS, ['po'], ['backup', 'sm']],
    ['the Area Product Owner when nobody of them is here', PAYMENTS, ['po', 'backup', 'sm'], ['apo']],
    ['then the Chief Product Owner', PAYMENTS, ['po', 'backup', 'sm', 'apo'], ['cpo']],
    ['nobody, and that shows', PAYMENTS, ['po', 'backup', 'sm', 'apo', 'cpo'], []],
    ['of an area its Area Product Owner', { ...PAYMENTS, teamId: null }, [], ['apo']],
    ['of a product its Chief Product Owner', { productId: 'shop' }, [], ['cpo']],
  ])('%s', (_, place, absent, people) => {
    expect(answersFor({ assignments: ASSIGNMENTS, absences: absent.map(away) }, place, DAY)).toEqual(people);
  });
});

describe('whose turn it is', () => {
  const facts = { assignments: ASSIGNMENTS, absences: [] };
  const ends = { consumer: CHECKOUT, provider: PAYMENTS, requestedById: 'dev' };

  it('the provider’s once asked, the consumer’s once another day was proposed, else nobody’s', () => {
    expect(waitsForPeople('REQUESTED', facts, ends, DAY)).toEqual(['po', 'sm']);
    expect(waitsForPeople('COUNTERED', facts, ends, DAY)).toEqual(['dev', 'other']);
    expect(waitsForPeople('COMMITTED', facts, ends, DAY)).toEqual([]);
    expect(waitsForPeople('DECLINED', facts, ends, DAY)).toEqual([]);
  });

  it('not that of who asked and is away', () => {
    expect(consumerPeople({ ...facts, absences: [away('dev')] }, ends, DAY)).toEqual(['other']);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EXCLUSIVE_ROLES } from '../organization/role.js';
import { ImportTally, importReport, type ImportReport } from './import-outcome.js';
import type { OrganizationFile } from './organization-file.js';
import { planOrganization } from './organization-plan.js';
import { IdentityBook, type PresentOrganization } from './present-organization.js';
import type { SigsFile, SigsLeader } from './sigs-file.js';
import { sigsFacts } from './sigs-facts.js';
import { readSigsMapping } from './sigs-mapping.js';

const HOUSE = 'house';

/** An organization in memory that does what a plan says, as the database would. */
class House {
  private last = 0;
  private readonly identities = new IdentityBook();
  present: PresentOrganization = { places: [], people: [], assignments: [], absences: [], identities: this.identities };

  take(file: OrganizationFile): ImportReport {
    const tools = { newId: () => `id-${(this.last += 1)}`, fingerprint: (content: unknown) => JSON.stringify(content) };
    const tally = new ImportTally();
    const { writes } = planOrganization(HOUSE, file, this.present, tools, tally);
    const { places, people, assignments } = this.present;
    for (const { effect: _e, changes: _c, ...place } of writes.places)
      replace(places, { ...place, version: place.version + 1 });
    for (const { effect: _e, changes: _c, ...person } of writes.people)
      replace(people, { ...person, isDeactivated: false, version: person.version + 1 });
    for (const { effect, changes: _c, scope, ...role } of writes.roles) {
      const held = { ...role, scopeId: scope.id, version: role.version + 1 };
      if (effect === 'withdraw')
        assignments.splice(
          assignments.findIndex(({ id }) => id === role.id),
          1,
        );
      else replace(assignments, held);
    }
    return importReport(tally.outcome());
  }

  who(role: string, day: string): string[] {
    return this.present.assignments
      .filter(
        (held) =>
          held.role === role && (held.startsOn ?? '') <= day && (held.endsBefore === null || held.endsBefore > day),
      )
      .map((held) => `${this.present.people.find(({ id }) => id === held.personId)?.name} ${held.kind}`)
      .sort();
  }
}

function replace<T extends { id: string }>(rows: T[], row: T): void {
  const place = rows.findIndex(({ id }) => id === row.id);
  if (place === -1) rows.push(row);
  else rows[place] = row;
}

function leader(leadership: SigsLeader['leadership'], github: string): SigsLeader {
  return { leadership, github, name: github, email: null, where: 'file:1' };
}

function year(
  asOf: string,
  groups: Record<string, SigsLeader[]>,
  names: Record<string, string> = {},
): OrganizationFile {
  const file: SigsFile = {
    kinds: ['sigs'],
    groups: Object.entries(groups).map(([dir, leaders]) => {
      return { kind: 'sigs', dir, name: names[dir] ?? dir, purpose: null, leaders, meetings: null, where: 'file:1' };
    }),
  };
  return sigsFacts(file, readSigsMapping({ asOf }, asOf).mapping);
}

describe('a newer file', () => {
  it('keeps the primary while listed, promotes the first listed when gone, and ends who left on its day', () => {
    const house = new House();
    house.take(year('2022-01-01', { tea: ['ana', 'ben', 'cai'].map((name) => leader('chairs', name)) }));
    expect(house.who('AREA_PRODUCT_OWNER', '2022-06-01')).toEqual(['ana PRIMARY', 'ben BACKUP', 'cai BACKUP']);

    house.take(year('2023-01-01', { tea: ['ben', 'ana', 'cai'].map((name) => leader('chairs', name)) }));
    expect(house.who('AREA_PRODUCT_OWNER', '2023-06-01')).toEqual(['ana PRIMARY', 'ben BACKUP', 'cai BACKUP']);

    const report = house.take(year('2024-01-01', { tea: ['cai', 'dan'].map((name) => leader('chairs', name)) }));
    expect(report).toMatchObject({ created: { role: 1 }, updated: { role: 1 }, ended: { role: 2 } });
    expect(house.who('AREA_PRODUCT_OWNER', '2023-12-31')).toEqual(['ana PRIMARY', 'ben BACKUP', 'cai BACKUP']);
    expect(house.who('AREA_PRODUCT_OWNER', '2024-01-01')).toEqual(['cai PRIMARY', 'dan BACKUP']);
  });

  it('renames by folder, archives what vanished with its roles, and brings it back', () => {
    const house = new House();
    house.take(year('2022-01-01', { tea: [leader('chairs', 'ana')], milk: [leader('chairs', 'ben')] }));
    const report = house.take(year('2023-01-01', { tea: [leader('chairs', 'ana')] }, { tea: 'Tea and cake' }));
    expect(report).toMatchObject({ updated: { area: 1 }, ended: { area: 1, role: 1 } });
    expect(house.present.places.find(({ name }) => name === 'milk')?.archivedOn).toBe('2023-01-01');
    const back = house.take(year('2024-01-01', { tea: [], milk: [leader('chairs', 'ben')] }));
    expect(back).toMatchObject({ created: { role: 1 }, ended: { role: 1 } });
    expect(house.present.places.find(({ name }) => name === 'milk')?.archivedOn).toBeNull();
  });

  it('records emeritus leads as ended once, and not again for whom an end is known', () => {
    const house = new House();
    house.take(year('2022-01-01', { tea: [leader('chairs', 'ana'), leader('emeritus_leads', 'old')] }));
    const report = house.take(
      year('2023-01-01', { tea: ['ana', 'old'].map((name) => leader('emeritus_leads', name)) }),
    );
    expect(report).toMatchObject({ created: {}, ended: { role: 1 }, unchanged: { 'past-role': 2 } });
  });

  it('gives no role to who is deactivated, and takes none from who got it by hand', () => {
    const house = new House();
    house.take(year('2022-01-01', { tea: [leader('chairs', 'ana')] }));
    const [area] = house.present.places.filter(({ kind }) => kind === 'area');
    house.present.people.push({ id: 'hand', name: 'hand', email: null, isDeactivated: false, version: 1 });
    const [ana] = house.present.people;
    if (area === undefined || ana === undefined) throw new Error('Not planned.');
    house.present.assignments.push({
      id: 'by-hand',
      personId: 'hand',
      role: 'SCRUM_OF_SCRUMS_MASTER',
      kind: 'PRIMARY',
      scopeId: area.id,
      startsOn: '2022-02-01',
      endsBefore: null,
      sharePercent: null,
      version: 1,
    });
    ana.isDeactivated = true;
    const report = house.take(year('2023-01-01', { tea: [leader('tech_leads', 'ana')] }));
    expect(report.problems).toEqual([{ where: 'file:1', what: 'ana is deactivated here and gets no role.' }]);
    expect(house.who('SCRUM_OF_SCRUMS_MASTER', '2023-06-01')).toEqual(['hand PRIMARY']);
  });

  it('never makes two primaries, and never does anything the second time, whoever comes and goes', () => {
    const person = fc.constantFrom('ana', 'ben', 'cai', 'dan');
    const leaders = fc.uniqueArray(
      fc.record({ github: person, leadership: fc.constantFrom('chairs', 'tech_leads', 'emeritus_leads') }),
      { selector: ({ github, leadership }) => `${github} ${leadership}`, maxLength: 8 },
    );
    const groups = fc.dictionary(fc.constantFrom('tea', 'milk', 'cake'), leaders, { maxKeys: 3 });
    fc.assert(
      fc.property(fc.array(groups, { minLength: 1, maxLength: 5 }), fc.boolean(), (years, sameDay) => {
        const house = new House();
        years.forEach((listed, index) => {
          const asOf = sameDay ? '2020-01-01' : `${2020 + index}-01-01`;
          const file = year(
            asOf,
            Object.fromEntries(
              Object.entries(listed).map(([dir, all]) => [dir, all.map((one) => leader(one.leadership, one.github))]),
            ),
          );
          house.take(file);
          const again = house.take(file);
          expect({ ...again.created, ...again.updated, ...again.ended }).toEqual({});
          expect(overlaps(house)).toEqual([]);
        });
      }),
      { numRuns: 300 },
    );
  });
});

function overlaps({ present: { assignments } }: House): string[] {
  return assignments.flatMap((one, place) =>
    assignments.slice(place + 1).flatMap((other) => {
      const together =
        one.role === other.role &&
        one.scopeId === other.scopeId &&
        (one.endsBefore ?? '9') > (other.startsOn ?? '0') &&
        (other.endsBefore ?? '9') > (one.startsOn ?? '0');
      const primaries = one.kind === 'PRIMARY' && other.kind === 'PRIMARY' && EXCLUSIVE_ROLES.includes(one.role);
      const empty = one.startsOn !== null && one.endsBefore !== null && one.startsOn >= one.endsBefore;
      return (together && (primaries || one.personId === other.personId)) || empty ? [`${one.id} ${other.id}`] : [];
    }),
  );
}

import { describe, expect, it } from '@jest/globals';
import { type OrganizationInput, organizationProblems } from './organization-fields.js';

describe('fields of the organization', () => {
  it.each<[string, OrganizationInput]>([
    ['nothing', {}],
    ['null, which is not given', { name: null, email: null, endsBefore: null, sharePercent: null }],
    ['a name', { name: '  Payments ' }],
    ['a whole organization', { name: 'Acme', slug: 'acme-2', timeZone: 'Europe/Berlin', workingDays: [1, 7] }],
    ['a day of 24 hours', { workingDayStarts: 0, workingDayEnds: 24, holidays: ['2028-02-29'] }],
    ['dates and a share', { startsOn: '2026-01-01', endsBefore: '2026-01-02', sharePercent: 100 }],
    ['an e-mail', { email: 'ana@example.org' }],
  ])('fine: %s', (_what, input) => expect(organizationProblems(input)).toEqual([]));

  it.each<[OrganizationInput, string]>([
    [{ name: '   ' }, 'name'],
    [{ name: 'a'.repeat(201) }, 'name'],
    [{ name: 'two\nlines' }, 'name'],
    [{ name: 'nul\0' }, 'name'],
    [{ slug: '-acme' }, 'slug'],
    [{ slug: 'Acme' }, 'slug'],
    [{ slug: 'a'.repeat(64) }, 'slug'],
    [{ timeZone: 'Europe/Atlantis' }, 'timeZone'],
    [{ timeZone: "UTC'; drop table people" }, 'timeZone'],
    [{ workingDays: [] }, 'workingDays'],
    [{ workingDays: [0] }, 'workingDays'],
    [{ workingDays: [1, 1] }, 'workingDays'],
    [{ workingDayStarts: 24 }, 'workingDayStarts'],
    [{ workingDayStarts: 9, workingDayEnds: 9 }, 'workingDayEnds'],
    [{ workingDayEnds: 25 }, 'workingDayEnds'],
    [{ holidays: ['2026-02-29'] }, 'holidays'],
    [{ purpose: 'a'.repeat(2_001) }, 'purpose'],
    [{ email: 'ana' }, 'email'],
    [{ email: 'ana roth@example.org' }, 'email'],
    [{ email: `${'a'.repeat(320)}@example.org` }, 'email'],
    [{ archivedOn: '2026-13-01' }, 'archivedOn'],
    [{ startsOn: 'soon' }, 'startsOn'],
    [{ startsOn: '2026-01-02', endsBefore: '2026-01-02' }, 'endsBefore'],
    [{ sharePercent: 0 }, 'sharePercent'],
    [{ sharePercent: 12.5 }, 'sharePercent'],
  ])('%j: says what to do about %s', (input, field) => {
    expect(organizationProblems(input)).toEqual([{ field, problem: expect.stringMatching(/^[A-Z].*\.$/) }]);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it, beforeAll, afterAll } from '@jest/globals';
import { TestApp } from '../../../test/test-app.js';
import type { TestOrganization } from '../../../test/world.js';
import { ImportRunner } from './import-runner.js';

const FOLDER = join(import.meta.dirname, '../../../../../../shared/data/org-kubernetes');
const YEARS = [
  { name: 'sigs-2022-01-01.yaml', asOf: '2022-01-01' },
  { name: 'sigs-2023-01-01.yaml', asOf: '2023-01-01' },
  { name: 'sigs.yaml', asOf: '2026-01-01' },
];
const there = existsSync(FOLDER);
const suite = there ? describe : describe.skip;
if (!there) process.stderr.write(`Skipped: no real organization files in ${FOLDER}.\n`);

/** Counted from the YAML itself, without any of our readers. */
interface Count {
  groups: Set<string>;
  people: Set<string>;
  chairs: Set<string>;
  techLeads: Set<string>;
  emeritus: Set<string>;
  /** Names. */
  meetings: string[];
}

suite('sigs.yaml of three years', () => {
  let app: TestApp;
  let house: TestOrganization;
  beforeAll(async () => {
    app = await TestApp.start();
    house = await app.world.organization('Kube');
  });
  afterAll(() => app.stop());

  it('has the groups, people and roles of each year, with their starts and ends', async () => {
    const runner = app.app.get(ImportRunner);
    let last: Count | undefined;
    const known = { people: new Set<string>(), groups: new Set<string>() };
    for (const { name, asOf } of YEARS) {
      const content = readFileSync(join(FOLDER, name));
      const now = count(content.toString());
      const order = { organizationId: house.id, kind: 'SIGS' as const, files: [{ name, content }], mapping: { asOf } };
      const preview = await runner.preview(order);
      const report = await runner.apply(order);
      expect(report).toEqual(preview);

      const [rolesNow, rolesBefore] = [rolesOf(now), last ? rolesOf(last) : new Set<string>()];
      expect(report.created['role'] ?? 0).toBe(minus(rolesNow, rolesBefore).size);
      expect(report.ended['role'] ?? 0).toBe(minus(rolesBefore, rolesNow).size);
      expect(report.created['person'] ?? 0).toBe(minus(now.people, known.people).size);
      const ended = (report.ended['area'] ?? 0) + (report.ended['team'] ?? 0);
      expect(ended).toBe(last ? minus(last.groups, now.groups).size : 0);
      now.people.forEach((person) => known.people.add(person));
      now.groups.forEach((group) => known.groups.add(group));

      expect(await present(house, asOf)).toEqual({
        groups: now.groups.size,
        people: known.people.size,
        chairs: now.chairs.size,
        techLeads: now.techLeads.size,
      });
      const again = await runner.apply(order);
      expect({ ...again, unchanged: {}, problems: [] }).toEqual({
        created: {},
        updated: {},
        ended: {},
        unchanged: {},
        problems: [],
      });
      // Every meeting is here, or in the report with its line.
      const unread = report.problems.filter(({ what }) => what.endsWith('Not taken.'));
      const { created, updated, unchanged } = report;
      const taken = [created, updated, unchanged].reduce((sum, counts) => sum + (counts['meeting'] ?? 0), 0);
      expect(taken + unread.length).toBe(now.meetings.length);
      const lines = content.toString().split('\n');
      for (const { where } of unread) expect(lines[Number(where.split(':')[1]) - 1]).toMatch(/description:/u);
      expect(unread.length).toBeLessThan(10);
      process.stdout.write(`${name}: ${JSON.stringify({ ...report, problems: report.problems.length })}\n`);
      last = now;
    }
    const older = await runner.apply({
      organizationId: house.id,
      kind: 'SIGS',
      files: [{ name: 'sigs-2023-01-01.yaml', content: readFileSync(join(FOLDER, 'sigs-2023-01-01.yaml')) }],
      mapping: {},
    });
    expect(older.refused).toContain('2026-01-01');
    expect(older.ended).toEqual({});
  });

  it('reads the shape of 2019 too', async () => {
    const other = await app.world.organization('Kube of 2019');
    const content = readFileSync(join(FOLDER, 'sigs-2019-01-01.yaml'));
    const report = await app.app.get(ImportRunner).apply({
      organizationId: other.id,
      kind: 'SIGS',
      files: [{ name: 'sigs-2019-01-01.yaml', content }],
      mapping: {},
    });
    const counted = count(content.toString());
    expect(report.created['person']).toBe(counted.people.size);
    expect(report.created['role']).toBe(rolesOf(counted).size);
    expect(report.created['area']).toBe([...counted.groups].filter((dir) => dir.startsWith('sigs/')).length + 1);
  });
});

function count(text: string): Count {
  const result: Count = {
    groups: new Set(),
    people: new Set(),
    chairs: new Set(),
    techLeads: new Set(),
    emeritus: new Set(),
    meetings: [],
  };
  const file = parse(text) as Record<
    string,
    | { dir: string; leadership?: Record<string, { github: string }[] | null>; meetings?: { description: string }[] }[]
    | null
  >;
  for (const kind of ['sigs', 'workinggroups', 'usergroups', 'committees'])
    for (const group of file[kind] ?? []) {
      const dir = `${kind}/${group.dir}`;
      result.groups.add(dir);
      result.meetings.push(...(group.meetings ?? []).map(({ description }) => description));
      for (const [list, people] of Object.entries(group.leadership ?? {}))
        for (const { github } of people ?? []) {
          const handle = github.toLowerCase();
          result.people.add(handle);
          const set = list === 'chairs' ? result.chairs : list === 'tech_leads' ? result.techLeads : result.emeritus;
          set.add(`${dir} ${handle}`);
        }
    }
  return result;
}

function rolesOf({ chairs, techLeads }: Count): Set<string> {
  return new Set([...[...chairs].map((one) => `chair ${one}`), ...[...techLeads].map((one) => `lead ${one}`)]);
}

function minus(one: Set<string>, other: Set<string>): Set<string> {
  return new Set([...one].filter((value) => !other.has(value)));
}

async function present(house: TestOrganization, day: string): Promise<unknown> {
  const [row] = await house.query(
    `select (select count(*) from areas a where a.archived_on is null and exists
               (select from external_identities e where e.entity_id = a.id and e.external_key like 'sigs/%'))
          + (select count(*) from teams where archived_on is null) as groups,
        (select count(*) from people) as people,
        (select count(*) from role_assignments where during @> $1::date and role in ('AREA_PRODUCT_OWNER', 'PRODUCT_OWNER')) as chairs,
        (select count(*) from role_assignments where during @> $1::date and role in ('TECHNICAL_LEAD', 'DEVELOPER')) as "techLeads"`,
    [day],
  );
  return row;
}

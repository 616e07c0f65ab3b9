import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { TestApp } from '../../../test/test-app.js';
import type { TestOrganization, TestPerson, TestTeam } from '../../../test/world.js';

let app: TestApp;
let house: TestOrganization;
let team: TestTeam;
beforeAll(async () => {
  app = await TestApp.start();
  house = await app.world.organization('Harbour');
  team = await house.team('Payments');
});
afterAll(() => app.stop());

async function invite(by: TestPerson, person: TestPerson): Promise<string> {
  const reply = await app.graphql<{ invitePerson: { invitation: { id: string } } }>(
    by.cookie,
    `mutation { invitePerson(personId: "Person_${person.id}", email: "x@example.org") { invitation { id } } }`,
  );
  return reply.data?.invitePerson.invitation.id.replace('Invitation_', '') ?? '';
}

async function sentBy(person: TestPerson): Promise<[string, string][]> {
  const reply = await app.graphql<{ sentInvitations: { person: { name: string }; state: string }[] }>(
    person.cookie,
    '{ sentInvitations { person { name } state } }',
  );
  return (reply.data?.sentInvitations ?? []).map((sent) => [sent.person.name, sent.state]);
}

it('shows what one sent oneself, open or expired, the oldest first, and nothing that is over', async () => {
  const ana = await house.administrator('Ana');
  const mate = await team.scrumMaster('Mate');
  const people = new Map<string, TestPerson>();
  for (const name of ['Old', 'Open', 'Accepted', 'Revoked', 'Left']) people.set(name, await team.developer(name));
  const ids = new Map<string, string>();
  for (const [name, person] of people) ids.set(name, await invite(ana, person));
  const also = await team.developer('Also');
  await invite(mate, also);
  const change = (sql: string, name: string) => house.query(sql, [ids.get(name)]);
  await change(`update invitations set expires_at = now() - interval '1 day' where id = $1`, 'Old');
  await change('update invitations set accepted_at = now() where id = $1', 'Accepted');
  await change('update invitations set revoked_at = now() where id = $1', 'Revoked');
  await house.query('update people set deactivated_at = now() where id = $1', [people.get('Left')?.id]);
  expect(await sentBy(ana)).toEqual([
    ['Old', 'EXPIRED'],
    ['Open', 'OPEN'],
  ]);
  expect(await sentBy(mate)).toEqual([['Also', 'OPEN']]);
  expect(await sentBy(also)).toEqual([]);
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../../../test/test-app.js';
import type { TestOrganization, TestPerson, TestTeam } from '../../../test/world.js';

const INVITE = `mutation($id: ID!, $email: String!) { invitePerson(personId: $id, email: $email) { link invitation { id version state person { name } } } }`;
const ACCEPT = `mutation($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { viewer { person { name hasAccount } } } }`;
const PREVIEW = `query($token: String!) { invitationPreview(token: $token) { organizationName personName email } }`;
const PASSWORD = 'four unrelated harbour words';

interface Invited {
  invitePerson: { link: string; invitation: { id: string; version: number; state: string } };
}

let app: TestApp;
let house: TestOrganization;
let team: TestTeam;
let ana: TestPerson;
beforeAll(async () => {
  app = await TestApp.start();
  house = await app.world.organization('Harbour');
  team = await house.team('Payments');
  ana = await house.administrator('Ana');
});
afterAll(() => app.stop());

async function invite(
  by: TestPerson,
  person: TestPerson,
  email: string,
): Promise<{ token: string; id: string; version: number }> {
  const reply = await app.graphql<Invited>(by.cookie, INVITE, { id: `Person_${person.id}`, email });
  const sent = reply.data?.invitePerson;
  if (!sent) throw new Error(reply.text);
  return { token: sent.link.split('#')[1] ?? '', ...sent.invitation };
}

const accept = (token: string, email: string, password = PASSWORD) =>
  app.graphql(null, ACCEPT, { input: { token, email, password } });

describe('invitations', () => {
  it('show whom they are for, become an account once, and sign in', async () => {
    const bo = await team.developer('Bo Bollard');
    const { token } = await invite(ana, bo, 'bo@example.org');
    expect((await app.graphql(null, PREVIEW, { token })).data).toEqual({
      invitationPreview: { organizationName: 'Harbour', personName: 'Bo Bollard', email: 'bo@example.org' },
    });
    const weak = await accept(token, 'bo@example.org', 'Bo Bollard 12');
    expect(weak.errors?.[0]?.extensions.code).toBe('WEAK_PASSWORD');
    const accepted = await accept(token, 'BO@example.org');
    expect(accepted.data).toEqual({
      acceptInvitation: { viewer: { person: { name: 'Bo Bollard', hasAccount: true } } },
    });
    expect((await accept(token, 'bo@example.org')).errors?.[0]?.extensions.code).toBe('INVITATION_UNUSABLE');
  });

  it('case 18: guessed, another e-mail, revoked, replaced: the same refusal', async () => {
    const cy = await team.developer('Cy Capstan');
    const first = await invite(ana, cy, 'cy@example.org');
    const second = await invite(ana, cy, 'cy@example.org');
    const replaced = await accept(first.token, 'cy@example.org');
    const stranger = await accept(second.token, 'stranger@example.org');
    const guessed = await accept(`${house.id.replaceAll('-', '')}.${'A'.repeat(43)}`, 'cy@example.org');
    await app.graphql(
      ana.cookie,
      `mutation { revokeInvitation(id: "${second.id}", version: ${second.version}) { state } }`,
    );
    const revoked = await accept(second.token, 'cy@example.org');
    for (const reply of [replaced, stranger, guessed, revoked]) {
      expect(reply.errors?.[0]?.extensions).toEqual({ code: 'INVITATION_UNUSABLE', details: {} });
    }
    expect(await house.query('select 1 from accounts where person_id = $1', [cy.id])).toEqual([]);
  });

  it('case 18: accepted twice at once, one wins', async () => {
    const di = await team.developer('Di Dinghy');
    const { token } = await invite(ana, di, 'di@example.org');
    const replies = await Promise.all(Array.from({ length: 5 }, () => accept(token, 'di@example.org')));
    expect(replies.filter((reply) => !reply.errors)).toHaveLength(1);
    expect(await house.query('select 1 from sessions where person_id = $1', [di.id])).toHaveLength(2); // the story's own, and the winner's
  });

  it('case 10: nobody invites above their own role', async () => {
    const boss = await house.holder('Ed Eddy', 'ADMINISTRATOR');
    const mate = await team.scrumMaster('Flo Ferry');
    const nobody = await house.person('Gus Gull');
    const tries: [TestPerson, TestPerson][] = [
      [mate, boss],
      [mate, nobody],
      [mate, mate],
    ];
    for (const [by, whom] of tries) {
      const reply = await app.graphql(by.cookie, INVITE, { id: `Person_${whom.id}`, email: 'x@example.org' });
      expect(reply.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    const dev = await team.developer('Hal Hawser');
    expect(
      (await app.graphql(mate.cookie, INVITE, { id: `Person_${dev.id}`, email: 'hal@example.org' })).errors,
    ).toBeUndefined();
  });

  it('case 1: a foreign person’s id and a random id get the same bytes', async () => {
    const abroad = await app.world.organization('Abroad');
    const stranger = await abroad.person('Stranger');
    const foreign = await app.graphql(ana.cookie, INVITE, { id: `Person_${stranger.id}`, email: 'x@example.org' });
    const random = await app.graphql(ana.cookie, INVITE, {
      id: 'Person_00000000-0000-7000-8000-000000000000',
      email: 'x@example.org',
    });
    expect(foreign.text).toBe(random.text);
    expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await abroad.query('select 1 from invitations')).toEqual([]);
  });
});

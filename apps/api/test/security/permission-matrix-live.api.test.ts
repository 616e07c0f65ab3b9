import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { EventLog } from '../../src/platform/events/event-log.js';
import { TestApp } from '../test-app.js';
import { listen, LiveClient, subscriptionsListen, type ServerMessage } from './live-client.js';
import { EXPECTATIONS } from './matrix-policy.js';
import { CANARY, setStage, type Stage } from './matrix-stage.js';
import { ACTORS } from './stage-actors.js';
import { documentOf, rootFields } from './schema-documents.js';

let app: TestApp;
let origin: string;
let own: Stage;
let foreign: Stage;
beforeAll(async () => {
  app = await TestApp.start();
  origin = await listen(app);
  foreign = await setStage(app.world, CANARY, 900);
  own = await setStage(app.world, 'Own', 1);
});
afterEach(() => LiveClient.closeAll());
afterAll(() => app.stop());

/** The same events, in both organizations, about things of each kind that a subscription may tell. */
async function happenings(stage: Stage, note: string): Promise<void> {
  const subjects = [
    ['Impediment', stage.ids.impediment, 'impediment.edited'],
    ['Team', stage.ids.team, 'team.edited'],
    ['Sprint', stage.ids.sprint, 'sprint.edited'],
    ['Decision', stage.ids.decision, 'decision.edited'],
    ['BacklogItem', stage.ids.item, 'item.edited'],
    ['ProductOrder', stage.ids.product, 'order.moved'],
    ['Import', stage.ids.import, 'import.previewed'],
    ['TriageSession', stage.ids.triageSession, 'triage-session.joined'],
    ['Cadence', stage.ids.cadence, 'cadence.edited'],
  ] as const;
  await app.database.transaction({ organizationId: stage.organization.id }, (tx) =>
    app.app.get(EventLog).append(
      tx,
      ...subjects.map(([subjectType, id, name]) => ({
        name,
        subjectType,
        subjectId: id.replace(/^.*_/u, ''),
        subjectVersion: 2,
        payload: { changes: [{ field: 'name', from: null, to: note }], note },
      })),
      {
        name: 'community.edited',
        subjectType: 'Community',
        subjectId: stage.ids.community.replace('Community_', ''),
        subjectVersion: 2,
        payload: { changes: [], note, communityId: stage.ids.community.replace('Community_', '') },
      },
      // Everybody's inbox, with entries that are somebody else's: those stay untold.
      {
        name: 'inbox.filled',
        subjectType: 'Inbox',
        subjectId: stage.organization.id,
        subjectVersion: 1,
        payload: {
          people: ACTORS.map((actor) => stage.actors[actor].id),
          entries: [own, foreign].map(({ ids }) => ids.inboxEntry.replace('InboxEntry_', '')),
        },
      },
    ),
  );
}

const isOf = (id: string) => (message: ServerMessage) => message.id === id;

describe('the permission matrix over WebSocket', () => {
  it('every subscription x every role: told or FORBIDDEN as the table says, and nothing of the other organization', async () => {
    const subscriptions = rootFields(app.app.get(GraphQLSchemaHost, { strict: false }).schema).filter(
      ({ operation }) => operation === 'subscription',
    );
    const wrong: string[] = [];
    const clients: [string, LiveClient][] = [];
    // Presence alone is not told from the log.
    const told = subscriptions.filter(({ name }) => name !== 'Subscription.presence');
    const listening = subscriptionsListen(app, told.flatMap(({ name }) => EXPECTATIONS[name]?.who ?? []).length);
    for (const actor of ACTORS) {
      const client = await LiveClient.signedIn(origin, own.actors[actor].cookie);
      for (const { name, operation, field } of subscriptions) {
        const variables = EXPECTATIONS[name]?.variables?.(own.ids) ?? {};
        client.subscribe(name, documentOf(operation, field, Object.keys(variables)), variables);
      }
      clients.push([actor, client]);
    }
    for (const [actor, client] of clients) {
      for (const { name } of subscriptions) {
        const who = EXPECTATIONS[name]?.who;
        if (!Array.isArray(who) || who.includes(actor)) continue;
        const refused = await client.next(isOf(name));
        if (!JSON.stringify(refused).includes('FORBIDDEN'))
          wrong.push(`${name} as ${actor}: ${JSON.stringify(refused)}`);
      }
    }
    await listening;
    await happenings(foreign, CANARY);
    await happenings(own, 'Own');
    for (const [actor, client] of clients) {
      for (const { name } of subscriptions) {
        const who = EXPECTATIONS[name]?.who;
        if (!Array.isArray(who) || !who.includes(actor)) continue;
        const heard = await client
          .next(isOf(name))
          .catch((error: unknown) => ({ type: 'nothing', payload: String(error) }));
        if (heard.type !== 'next' || JSON.stringify(heard).includes('"errors"'))
          wrong.push(`${name} as ${actor}: ${JSON.stringify(heard)}`);
      }
      if (JSON.stringify(client.messages).includes(CANARY)) wrong.push(`${actor} hears of the other organization`);
      for (const id of Object.values(foreign.ids))
        if (JSON.stringify(client.messages).includes(id)) wrong.push(`${actor} sees ${id}`);
    }
    expect(wrong).toEqual([]);
  });

  it('a foreign id in a subscription is not found, like a random one', async () => {
    const client = await LiveClient.signedIn(origin, own.actors.administrator.cookie);
    client.subscribe('foreign', 'subscription ($id: ID!) { importChanges(id: $id) { id } }', {
      id: foreign.ids.import,
    });
    client.subscribe('random', 'subscription ($id: ID!) { importChanges(id: $id) { id } }', {
      id: 'Import_00000000-0000-7000-8000-000000000000',
    });
    const [one, other] = [await client.next(isOf('foreign')), await client.next(isOf('random'))];
    expect(JSON.stringify(one.payload)).toBe(JSON.stringify(other.payload));
    expect(JSON.stringify(one.payload)).toContain('NOT_FOUND');
  });

  it('anonymous and revoked sessions get no socket to speak on', async () => {
    await own.organization.query('update sessions set revoked_at = now() where person_id = $1', [own.actors.nobody.id]);
    for (const cookie of [undefined, 'not a cookie', own.actors.nobody.cookie]) {
      const client = await LiveClient.dial(origin, cookie === undefined ? {} : { cookie });
      client.send({ type: 'connection_init' });
      expect([4401, 4403]).toContain(await client.closed);
    }
  });
});

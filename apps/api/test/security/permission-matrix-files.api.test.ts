import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Inject, Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { png, sendImage } from '../image-files.js';
import { TestApp } from '../test-app.js';
import { withFeatures } from '../with-features.js';
import { CANARY, setStage, type Stage } from './matrix-stage.js';
import { ACTORS, type ActorName } from './stage-actors.js';

const RANDOM = '00000000-0000-7000-8000-000000000000';
const EVERYBODY = [...ACTORS];
const ANY_ROLE = ACTORS.filter((actor) => actor !== 'nobody');

interface Route {
  who: readonly ActorName[];
  /** Where it is called, as a person with an image and an import of their organization would. */
  url: (own: Ids) => string;
  payload?: Buffer;
  type?: string;
}
interface Ids {
  image: string;
  import: string;
  brief: string;
  /** Its key. */
  decision: string;
  /** The key of one with a version. */
  artifact: string;
}

const RANDOM_IDS: Ids = {
  image: `Image_${RANDOM}`,
  import: `Import_${RANDOM}`,
  brief: `EscalationBrief_${RANDOM}`,
  decision: 'D-99999',
  artifact: 'A-99999',
};

/** Every way to files outside of GraphQL; one that is not here fails. */
const ROUTES: Record<string, Route> = {
  'POST /files/images': { who: ANY_ROLE, url: () => `/files/images?name=${CANARY}.png`, payload: png() },
  'GET /files/images/:id': { who: EVERYBODY, url: ({ image }) => `/files/images/${image}` },
  'GET /files/briefs/:id.md': { who: EVERYBODY, url: ({ brief }) => `/files/briefs/${brief}.md` },
  'GET /files/briefs/:id.pdf': { who: EVERYBODY, url: ({ brief }) => `/files/briefs/${brief}.pdf` },
  'GET /files/decisions/:key.md': { who: EVERYBODY, url: ({ decision }) => `/files/decisions/${decision}.md` },
  'GET /files/decisions.zip': { who: EVERYBODY, url: () => '/files/decisions.zip' },
  'GET /files/artifacts/:key/:number.zip': {
    who: EVERYBODY,
    url: ({ artifact }) => `/files/artifacts/${artifact}/1.zip`,
  },
  'GET /files/artifacts/:key/:number/site.zip': {
    who: EVERYBODY,
    url: ({ artifact }) => `/files/artifacts/${artifact}/1/site.zip`,
  },
  'GET /files/artifacts/:key/:number/print.html': {
    who: EVERYBODY,
    url: ({ artifact }) => `/files/artifacts/${artifact}/1/print.html`,
  },
  'GET /files/artifacts/:key/:number/print.pdf': {
    who: EVERYBODY,
    url: ({ artifact }) => `/files/artifacts/${artifact}/1/print.pdf`,
  },
  'POST /files/imports': {
    who: ['administrator'],
    url: () => '/files/imports?kind=SIGS&name=a.yaml',
    payload: Buffer.from('sigs: []'),
    type: 'application/octet-stream',
  },
  'GET /files/impediments.csv': { who: EVERYBODY, url: () => '/files/impediments.csv?screen=history' },
  'GET /files/imports/:id/report.csv': {
    who: ['administrator'],
    url: (own) => `/files/imports/${own.import}/report.csv`,
  },
};

const routes: string[] = [];

/** Hears of every route as it is declared. */
@Injectable()
class RouteListener implements OnModuleInit {
  constructor(@Inject(HttpAdapterHost) private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const fastify: FastifyInstance = this.host.httpAdapter.getInstance();
    fastify.addHook('onRoute', ({ method, url }) => {
      // HEAD comes with GET by itself.
      for (const one of [method].flat()) if (one !== 'HEAD') routes.push(`${one} ${url}`);
    });
  }
}
@Module({ providers: [RouteListener] })
class RouteListenerModule {}

let app: TestApp;
let own: Stage;
let ids: { own: Ids; foreign: Ids };
let gone: string[];
withFeatures(RouteListenerModule);
beforeAll(async () => {
  app = await TestApp.start();
  const foreign = await setStage(app.world, CANARY, 900);
  own = await setStage(app.world, 'Own', 1);
  ids = { own: await idsOf(own), foreign: await idsOf(foreign) };
  const revoked = await own.organization.holder('Revoked', 'ADMINISTRATOR');
  await own.organization.query('update sessions set revoked_at = now() where person_id = $1', [revoked.id]);
  const deactivated = await own.organization.holder('Deactivated', 'ADMINISTRATOR');
  await app.graphql(
    own.actors.administrator.cookie,
    `mutation { deactivatePerson(id: "Person_${deactivated.id}", version: 1) { id } }`,
  );
  gone = [
    revoked.cookie,
    deactivated.cookie,
    'not a cookie',
    `${own.organization.id.replaceAll('-', '')}.${'A'.repeat(43)}`,
  ];
});
afterAll(() => app.stop());

async function idsOf(stage: Stage): Promise<Ids> {
  const sent = await sendImage(app, stage.actors.developer.cookie, { name: `${stage.ids.team}.png` });
  const { import: imported, brief, settledDecisionKey: decision, reviewedArtifactKey: artifact } = stage.ids;
  return { image: sent.json<{ id: string }>().id, import: imported, brief, decision, artifact };
}

async function call(cookie: string | null, name: string, at: Ids) {
  const route = ROUTES[name];
  if (!route) throw new Error(`${name} is not in the table.`);
  const reply = await app.app.inject({
    method: name.startsWith('POST') ? 'POST' : 'GET',
    url: route.url(at),
    headers: {
      'x-chapterhouse': 'web',
      ...(cookie !== null && { cookie: `chapterhouse=${cookie}` }),
      ...(route.payload && { 'content-type': route.type ?? 'image/png' }),
    },
    ...(route.payload && { payload: route.payload }),
  });
  return { status: reply.statusCode, text: reply.body, headers: reply.headers };
}

describe('files', () => {
  it('has an expectation for every route that there is', () => {
    expect(routes.filter((route) => route.includes(' /files')).sort()).toEqual(Object.keys(ROUTES).sort());
  });

  it('every route x every role: granted or FORBIDDEN as the table says', async () => {
    const wrong: string[] = [];
    for (const [name, { who }] of Object.entries(ROUTES)) {
      for (const actor of ACTORS) {
        const { status, text } = await call(own.actors[actor].cookie, name, ids.own);
        const expected = who.includes(actor) ? [200, 201] : [403];
        if (!expected.includes(status)) wrong.push(`${name} as ${actor}: ${status} ${text}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('anonymous, revoked, deactivated: nothing, whether it exists or not', async () => {
    const wrong: string[] = [];
    for (const name of Object.keys(ROUTES)) {
      for (const cookie of [null, ...gone]) {
        for (const at of [ids.own, ids.foreign, RANDOM_IDS]) {
          const { status, text } = await call(cookie, name, at);
          if (status !== 401) wrong.push(`${name}: ${status} ${text}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('case 12: each id of another organization is not found, byte for byte like a random one', async () => {
    for (const name of Object.keys(ROUTES).filter((known) => known.includes('/:'))) {
      const foreign = await call(own.actors.administrator.cookie, name, ids.foreign);
      const random = await call(own.actors.administrator.cookie, name, RANDOM_IDS);
      expect([name, foreign.status, foreign.text]).toEqual([name, 404, random.text]);
      const volatile = ['x-request-id', 'date'];
      const kept = (headers: object): [string, unknown][] =>
        Object.entries(headers).filter(([header]) => !volatile.includes(header));
      expect(kept(foreign.headers)).toEqual(kept(random.headers));
    }
  });
});

import { isDeepStrictEqual } from 'node:util';
import type { DecisionState } from '@chapterhouse/domain/decisions/decision-state';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Model,
  MOVES,
  type Move,
  offered,
  later,
  orders,
  type Player,
  PLAYERS,
  type Try,
  tryOut,
} from '../../../test/decision-model.js';
import { DecisionStory, rowId } from '../../../test/decision-story.js';
import { TestApp } from '../../../test/test-app.js';
import type { TestPerson } from '../../../test/world.js';
import { Clock } from '../../platform/clock.js';

let app: TestApp;
let told = 0;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app?.stop());
afterEach(() => {
  jest.restoreAllMocks();
});

const FIELDS: Record<Move, string> = {
  edit: 'editDecision',
  accept: 'acceptDecision',
  reject: 'rejectDecision',
  withdraw: 'withdrawDecision',
  veto: 'vetoDecision',
  revert: 'revertDecision',
  amend: 'amendDecision',
  revisit: 'setDecisionRevisit',
  link: 'linkDecision',
};

/** Several who act at the same moment, on one or two decisions; or time that passes. */
const attempts = fc.record({
  by: fc.constantFrom(...PLAYERS),
  what: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom<Move>('accept', 'edit', 'revert', 'veto', 'amend') },
    { weight: 3, arbitrary: fc.constantFrom(...MOVES) },
    { weight: 2, arbitrary: fc.constant('propose' as const) },
  ),
  /** Place among the decisions that are there. */
  on: fc.nat(20),
  delegated: fc.boolean(),
  supersedes: fc.boolean(),
});
const rounds = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: fc.array(attempts, { minLength: 1, maxLength: 3 }) },
    { weight: 1, arbitrary: fc.constant('later' as const) },
  ),
  { minLength: 3, maxLength: 9 },
);

/** The model beside the product: the same things are tried in both. */
class Game {
  private model: Model = new Map();
  private readonly ids = new Map<string, string>();
  private readonly keys = new Map<string, string>();
  private count = 0;

  private constructor(
    private readonly story: DecisionStory,
    private readonly areaId: string,
  ) {}

  static async begin(): Promise<Game> {
    told += 1;
    const story = await DecisionStory.tell(app, `Game ${told}`);
    const areaId = await story.house.insert('decision_areas', { name: 'Interfaces' });
    const delegate = { kind: 'TEAM', role: null, personId: null };
    await story.house.query(
      `insert into delegation_board_versions (organization_id, scope_kind, scope_id, number, cells, saved_by, saved_at)
       values ($1, 'TEAM', $2, 1, $3, $4, now())`,
      [
        story.house.id,
        story.team.id,
        JSON.stringify([{ decisionAreaId: areaId, level: 'INQUIRE', delegate, vetoHours: 8, answerHours: 8 }]),
        story.owner.id,
      ],
    );
    return new Game(story, areaId);
  }

  pass(): void {
    this.model = later(this.model);
  }

  /** Tries all at once; what came of it must be what comes of them one after the other, in some order. */
  async play(drawn: readonly DrawnAttempt[]): Promise<void> {
    const tries = drawn.map((one) => this.tryOf(one));
    const codes = await Promise.all(tries.map((attempt) => this.tryHere(attempt)));
    const possible = orders(tries.map((attempt, index) => ({ attempt, index }))).map((order) => {
      const expected = tries.map(() => '');
      let { model } = this;
      for (const { attempt, index } of order) {
        const outcome = tryOut(model, attempt);
        expected[index] = outcome.code;
        ({ model } = outcome);
      }
      return { expected, model };
    });
    const fitting = possible.filter(({ expected }) => expected.join() === codes.join());
    if (fitting.length === 0)
      throw new Error(
        `${JSON.stringify(tries)} came to ${codes.join()}, not to ${possible.map(({ expected }) => expected.join()).join(' or ')}`,
      );
    const now = await this.now();
    const right = fitting.find(({ model }) => isDeepStrictEqual(model, now));
    // What several orders would explain must be one of them in every row too.
    if (!right) expect(now).toEqual(fitting[0]?.model);
    this.model = right?.model ?? this.model;
  }

  /** What each is offered, and that chain, rows and log agree. */
  async check(): Promise<void> {
    for (const [name, it] of this.model) {
      for (const by of PLAYERS) {
        const { viewerCan } = await this.story.ask<{ viewerCan: string[] }>(
          this.keys.get(name) ?? '',
          'viewerCan',
          this.personOf(by),
        );
        expect({ name, by, can: [...viewerCan].sort() }).toEqual({ name, by, can: offered(it, by) });
      }
    }
    expect(await this.story.wrong()).toEqual([]);
  }

  private tryOf({ what, by, on, delegated, supersedes }: DrawnAttempt): Try {
    this.count += 1;
    const names = [...this.model.keys()];
    const name = names[on % Math.max(1, names.length)];
    if (what === 'propose' || name === undefined)
      return {
        what: 'propose',
        name: `Number ${this.count}`,
        delegated,
        supersedes: supersedes ? (name ?? null) : null,
      };
    return { what, by, on: name, version: this.model.get(name)?.version ?? 0, text: `Words ${this.count}` };
  }

  private async tryHere(attempt: Try): Promise<string> {
    if (attempt.what === 'propose') {
      const { name, delegated, supersedes } = attempt;
      const reply = await this.story.tryProposing({
        title: name,
        outcome: 'So it is.',
        ...(delegated && { decisionAreaId: `DecisionArea_${this.areaId}` }),
        ...(supersedes !== null && { supersedesIds: [this.idOf(supersedes)] }),
      });
      if (reply.data) this.ids.set(name, reply.data.proposeDecision.id);
      return codeOf(reply);
    }
    const { what, by, on, version, text } = attempt;
    const given: Record<Move, Record<string, unknown>> = {
      edit: { input: { title: text } },
      accept: { outcome: text },
      reject: { reason: text },
      withdraw: {},
      veto: { reason: text },
      revert: { reason: text },
      amend: { text },
      revisit: { revisitOn: `20${30 + (this.count % 60)}-01-01` },
      link: { link: { kind: 'GOAL', title: text } },
    };
    return codeOf(
      await this.story.mutate(this.personOf(by), FIELDS[what], { id: this.idOf(on), version }, given[what]),
    );
  }

  /** All decisions as the database has them, in the model's words. */
  private async now(): Promise<Model> {
    const rows = await this.story.house.query<Row>(
      `select d.id, d.number, d.state, d.version, d.title, d.decision_area_id is not null as delegated, d.superseded_by,
              d.veto_ends_at,
              (select s.superseded_id from decision_supersedes s where s.decision_id = d.id) as supersedes,
              (select count(*) from decision_amendments a where a.decision_id = d.id) as amendments,
              (select count(*) from decision_links l where l.decision_id = d.id) as links
         from decisions d where d.organization_id = $1`,
      [this.story.house.id],
    );
    const nameOf = (id: string | null): string | null =>
      [...this.ids].find(([, known]) => rowId(known) === id)?.[0] ?? null;
    const now = app.app.get(Clock).now().getTime();
    return new Map(
      rows.map(({ id, number, superseded_by: supersededBy, supersedes, veto_ends_at: endsAt, ...same }) => {
        this.keys.set(nameOf(id) ?? '', `D-${number}`);
        return [
          nameOf(id) ?? '',
          {
            ...same,
            supersedes: nameOf(supersedes),
            supersededBy: nameOf(supersededBy),
            vetoOpen: same.state === 'ACCEPTED' && endsAt !== null && now < Date.parse(endsAt),
          },
        ];
      }),
    );
  }

  private idOf(name: string): string {
    return this.ids.get(name) ?? '';
  }

  private personOf(player: Player): TestPerson {
    return this.story[player];
  }
}

type DrawnAttempt = typeof attempts extends fc.Arbitrary<infer T> ? T : never;

interface Row {
  id: string;
  number: number;
  state: DecisionState;
  version: number;
  title: string;
  delegated: boolean;
  superseded_by: string | null;
  veto_ends_at: string | null;
  supersedes: string | null;
  amendments: number;
  links: number;
}

function codeOf(reply: { errors?: { extensions: { code: string } }[] }): string {
  return reply.errors?.[0]?.extensions.code ?? 'OK';
}

test('whatever several people do to decisions at once comes to what plain rules say, in some order', async () => {
  await fc.assert(
    fc.asyncProperty(rounds, async (drawn) => {
      let now = Date.parse('2026-03-03T10:00:00Z');
      jest.spyOn(app.app.get(Clock), 'now').mockImplementation(() => new Date(now));
      const game = await Game.begin();
      for (const round of drawn) {
        now += 60_000;
        if (round === 'later') {
          now += 5 * 86_400_000;
          game.pass();
        } else await game.play(round);
      }
      await game.check();
    }),
    { numRuns: 60, interruptAfterTimeLimit: 120_000, markInterruptAsFailure: true },
  );
});

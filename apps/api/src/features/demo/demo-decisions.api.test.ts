import { LEVEL_RULES } from '@chapterhouse/domain/decisions/delegation-levels';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../../../test/test-app.js';
import { Verifications } from '../../platform/events/verifications.js';
import { tellDemo } from './demo-story.js';

describe('what the demo decided', () => {
  it('is told in the order in which it happened, on any day of a month: nothing in the future, nothing before its cause', () => {
    for (let day = 1; day <= 28; day++) {
      const today = `2026-02-${String(day).padStart(2, '0')}`;
      const { decisions, boards } = tellDemo(today);
      const now = `${today}T07:00:00.000Z`;
      const proposed = decisions.map(({ proposedAt }) => proposedAt);
      expect(boards.every(({ savedAt }) => savedAt < now)).toBe(true);
      for (const { title, proposedAt, decidedAt, endedAt, veto, amendment, asks, ...told } of decisions) {
        const moments = [proposedAt, decidedAt, endedAt, veto?.at, amendment?.at].filter(
          (at) => typeof at === 'string',
        );
        expect([title, ...moments.toSorted()]).toEqual([title, ...moments]);
        expect(moments.every((at) => at < now)).toBe(true);
        for (const { answer } of asks)
          expect(answer === null || (answer.at >= proposedAt && answer.at < (decidedAt ?? now))).toBe(true);
        expect(told.supersedes.every((index) => (proposed[index] ?? '9') < proposedAt)).toBe(true);
        expect((told.supersededBy === null) === (told.state !== 'SUPERSEDED')).toBe(true);
      }
    }
  });

  it('follows the boards of its day: every level but Tell, what it asks for, vetoes only where there are some', () => {
    const { decisions, roles } = tellDemo('2026-03-02');
    expect(new Set(decisions.map(({ title }) => title)).size).toBe(25);
    const levels = new Set(decisions.map(({ delegation }) => delegation?.cell.level));
    expect(levels).toEqual(new Set(['SELL', 'CONSULT', 'AGREE', 'ADVISE', 'INQUIRE', 'DELEGATE']));
    const owns = ['PRODUCT_OWNER', 'AREA_PRODUCT_OWNER', 'CHIEF_PRODUCT_OWNER'];
    for (const { state, scope, delegation, decidedBy, asks, veto } of decisions) {
      const rule = LEVEL_RULES[delegation?.cell.level ?? 'TELL'];
      const isAccountable = roles.some(
        (held) =>
          held.person === decidedBy && owns.includes(held.role) && held.scope === scope.kind && held.at === scope.at,
      );
      if (decidedBy !== null && state !== 'WITHDRAWN')
        expect(rule.mayAccept).toContain(isAccountable ? 'ACCOUNTABLE' : 'DELEGATE');
      if (state === 'ACCEPTED') expect(asks.every(({ answer }) => answer !== null)).toBe(true);
      if (veto) expect(rule.veto).toBe(true);
      if (state !== 'WITHDRAWN') expect(asks).toHaveLength(rule.asks.length);
    }
  });
});

describe('the demo organization', () => {
  let app: TestApp;
  let cookie = '';
  let organizationId = '';
  beforeAll(async () => {
    app = await TestApp.start();
    const made = await app.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload: { query: 'mutation { createDemo { viewer { id } } }' },
    });
    cookie = /chapterhouse=([^;]+)/u.exec(String(made.headers['set-cookie']))?.[1] ?? '';
    const [row] = await app.database.withoutOrganization<{ organization_id: string }>(
      `select organization_id from doorways where kind = 'demo'`,
    );
    organizationId = row?.organization_id ?? '';
  });
  afterAll(() => app?.stop());

  interface Decision {
    key: string;
    title: string;
    state: string;
    veto: { reason: string; by: { name: string } } | null;
    history: { key: string }[];
    brief: { id: string } | null;
    flow: {
      level: string;
      waitsFor: string[];
      vetoEndsAt: string | null;
      asks: { answer: string | null; overdue: boolean }[];
    };
  }

  it('has a year of decisions: chains, vetoes, one still open, proposals that wait, and the answered brief', async () => {
    const reply = await app.graphql<{ decisions: { totalCount: number; edges: { node: { decision: Decision } }[] } }>(
      cookie,
      `{ decisions(first: 100, order: OLDEST) { totalCount edges { node { decision { key title state brief { id }
         veto { reason by { name } } history { key } flow { level waitsFor vetoEndsAt asks { answer overdue } } } } } } }`,
    );
    expect(reply.errors).toBeUndefined();
    const found = (reply.data?.decisions.edges ?? []).map(({ node }) => node.decision);
    expect(reply.data?.decisions.totalCount).toBe(26);
    const counts = Object.fromEntries(
      [...new Set(found.map(({ state }) => state))].map((state) => [
        state,
        found.filter((decision) => decision.state === state).length,
      ]),
    );
    expect(counts).toEqual({
      ACCEPTED: 15,
      SUPERSEDED: 3,
      VETOED: 2,
      REVERTED: 1,
      REJECTED: 1,
      WITHDRAWN: 1,
      PROPOSED: 3,
    });
    expect(found.filter(({ brief }) => brief !== null)).toHaveLength(1);
    const named = (title: string): Decision | undefined => found.find((decision) => decision.title === title);
    expect(named('Release whenever it is ready')?.history).toHaveLength(3);
    const debt = named('Spend a fifth of each Sprint on debt');
    expect(debt?.flow).toMatchObject({ level: 'CONSULT', waitsFor: [], asks: [{ answer: null, overdue: true }] });
    const calendar = named('One calendar of holidays for all harbours');
    expect(calendar?.flow.asks.map(({ answer }) => answer).toSorted()).toEqual(['CONSENTED', 'OBJECTED']);
    expect(calendar?.flow.waitsFor).toHaveLength(1);
    const open = Date.parse(named('Gates open by number plate')?.flow.vetoEndsAt ?? '');
    expect(open).toBeGreaterThan(Date.now());
  });

  it('has boards: the nearest wins, earlier versions are kept', async () => {
    const product = await app.graphql<{
      organization: { products: { id: string; areas: { teams: { id: string; name: string }[] }[] }[] };
    }>(cookie, '{ organization { products { id areas { teams { id name } } } } }');
    const [first] = product.data?.organization.products ?? [];
    const teams = first?.areas.flatMap((area) => area.teams) ?? [];
    const checkout = teams.find(({ name }) => name === 'Checkout');
    const board = await app.graphql<
      Record<
        'product' | 'team',
        {
          number: number;
          versions: { number: number }[];
          cells: { level: string; decisionArea: { name: string }; inheritedFrom: { kind: string } | null }[];
        }
      >
    >(
      cookie,
      `query ($product: ID!, $team: ID!) {
         product: delegationBoard(scopeKind: PRODUCT, scopeId: $product) { number versions { number } cells { level decisionArea { name } inheritedFrom { kind } } }
         team: delegationBoard(scopeKind: TEAM, scopeId: $team) { number versions { number } cells { level decisionArea { name } inheritedFrom { kind } } } }`,
      { product: first?.id, team: checkout?.id },
    );
    expect(board.errors).toBeUndefined();
    expect(board.data?.product).toMatchObject({ number: 2, versions: [{ number: 2 }, { number: 1 }] });
    expect(board.data?.product.cells).toHaveLength(10);
    const cell = (area: string): object | undefined =>
      board.data?.team.cells.find(({ decisionArea }) => decisionArea.name === area);
    expect(cell('Releases')).toMatchObject({ level: 'INQUIRE', inheritedFrom: null });
    expect(cell('Tools and libraries')).toMatchObject({ level: 'ADVISE', inheritedFrom: { kind: 'AREA' } });
    expect(cell('Staffing of teams')).toMatchObject({ level: 'CONSULT', inheritedFrom: { kind: 'PRODUCT' } });
  });

  it('is found whole: rows, log and chain agree', async () => {
    const findings = await app.database.transaction({ organizationId }, (tx) => app.app.get(Verifications).run(tx));
    expect(Object.values(findings).flat()).toEqual([]);
  });
});

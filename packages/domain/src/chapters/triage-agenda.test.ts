import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type AgendaFacts, type AgendaImpediment, MOST_OF_A_REASON, triageAgenda } from './triage-agenda.js';
import { TRIAGE_REASONS } from './triage-state.js';

const DAY = 24 * 3_600_000;
const NOW = Date.UTC(2026, 2, 10, 12);

function impediment(id: string, given: Partial<AgendaImpediment> = {}): AgendaImpediment {
  return {
    id,
    clockEndsAt: null,
    raisedAt: NOW - 3 * DAY,
    isTriaged: true,
    level: 1,
    affectedTeams: 1,
    blockedTeamDays: 0,
    perDay: 1,
    ...given,
  };
}

function facts(given: Partial<AgendaFacts> = {}): AgendaFacts {
  return {
    impediments: [],
    answers: [],
    recurrences: [],
    actions: [],
    lastSessionAt: NOW - 7 * DAY,
    chapterLevel: 2,
    now: NOW,
    today: '2026-03-10',
    workingDays: (from, to) => Math.max(0, Math.floor((to - from) / DAY)),
    ...given,
  };
}

const about = (given: Partial<AgendaFacts>): (string | null)[][] =>
  triageAgenda(facts(given)).map(({ reason, impedimentId, sourceId, actionId }) => [
    reason,
    impedimentId ?? sourceId ?? actionId,
  ]);

describe('the agenda of a triage', () => {
  test('stands in the order in which the chapter talks', () => {
    const given = {
      impediments: [
        impediment('new', { isTriaged: false, affectedTeams: 2 }),
        impediment('answered', {}),
        impediment('out', { clockEndsAt: NOW - DAY }),
        impediment('long out', { clockEndsAt: NOW - 3 * DAY }),
        impediment('in time', { clockEndsAt: NOW + DAY }),
      ],
      answers: [{ impedimentId: 'answered', answeredAt: NOW - DAY, answeredBy: 'Ana' }],
      recurrences: [{ sourceId: 'vendor', category: 'Tooling', times: 4 }],
      actions: [
        { id: 'later', ownerName: 'Bo', dueOn: '2026-03-12' },
        { id: 'sooner', ownerName: 'Bo', dueOn: '2026-03-09' },
      ],
    };
    expect(about(given)).toEqual([
      ['CLOCK_OUT', 'long out'],
      ['CLOCK_OUT', 'out'],
      ['ANSWERED', 'answered'],
      ['NEW_SHARED', 'new'],
      ['RECURRING_SOURCE', 'vendor'],
      ['OPEN_ACTION', 'sooner'],
      ['OPEN_ACTION', 'later'],
    ]);
    expect(triageAgenda(facts(given)).map(({ why }) => why)).toEqual([
      'Its clock ran out 3 working days ago.',
      'Its clock ran out 1 working day ago.',
      'Ana answered the escalation 1 working day ago.',
      'It is new, hits 2 teams and has cost 0 blocked team-days.',
      'It came up 4 times in two quarters with Tooling.',
      'Bo promised it for 2026-03-09, which has passed.',
      'Bo promised it for 2026-03-12.',
    ]);
  });

  test('new is what nobody triaged or what came since the last session; shared is what hits several teams or came up', () => {
    const given = {
      impediments: [
        impediment('dear', { isTriaged: false, affectedTeams: 3, blockedTeamDays: 9 }),
        impediment('cheap', { isTriaged: false, affectedTeams: 2, blockedTeamDays: 2 }),
        impediment('came up', { isTriaged: false, level: 2, blockedTeamDays: 5 }),
        impediment('one team alone', { isTriaged: false }),
        impediment('triaged long ago', { affectedTeams: 4, raisedAt: NOW - 20 * DAY }),
        impediment('triaged since', { affectedTeams: 2, blockedTeamDays: 1 }),
      ],
    };
    expect(about(given).map(([, id]) => id)).toEqual(['dear', 'came up', 'cheap', 'triaged since']);
    expect(about({ ...given, lastSessionAt: null }).map(([, id]) => id)).toEqual(['dear', 'came up', 'cheap']);
    // What hits one team is not said to be shared for that.
    expect(triageAgenda(facts(given)).map(({ why }) => why)).toContain(
      'It is new, is at the level of this chapter or above and has cost 5 blocked team-days.',
    );
  });

  test('what has two reasons stands once, at the first; answers of what is over are passed over', () => {
    const both = impediment('both', { clockEndsAt: NOW - DAY, isTriaged: false, affectedTeams: 2 });
    const answers = ['both', 'over'].map((impedimentId) => ({ impedimentId, answeredAt: NOW, answeredBy: 'Ana' }));
    expect(about({ impediments: [both], answers })).toEqual([['CLOCK_OUT', 'both']]);
  });

  test('a source stands once, with what came back most', () => {
    const recurrences = [
      { sourceId: 'vendor', category: 'Tooling', times: 3 },
      { sourceId: 'vendor', category: 'Process', times: 5 },
    ];
    expect(triageAgenda(facts({ recurrences })).map(({ why }) => why)).toEqual([
      'It came up 5 times in two quarters with Process.',
    ]);
  });

  test('whatever the facts: ordered by reason, nothing twice, bounded, each about one thing', () => {
    const one = fc.record({
      clockEndsAt: fc.option(fc.integer({ min: NOW - 9 * DAY, max: NOW + 9 * DAY })),
      raisedAt: fc.integer({ min: NOW - 30 * DAY, max: NOW }),
      isTriaged: fc.boolean(),
      level: fc.integer({ min: 1, max: 3 }),
      affectedTeams: fc.integer({ min: 1, max: 5 }),
      blockedTeamDays: fc.integer({ min: 0, max: 50 }),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 60 }), fc.array(fc.nat(60), { maxLength: 20 }), (many, answered) => {
        const impediments = many.map((given, index) => impediment(`i${index}`, given));
        const answers = answered.map((index) => ({
          impedimentId: `i${index}`,
          answeredAt: NOW - index,
          answeredBy: 'A',
        }));
        const agenda = triageAgenda(facts({ impediments, answers }));
        const reasons = agenda.map(({ reason }) => TRIAGE_REASONS.indexOf(reason));
        expect(reasons).toEqual(reasons.toSorted((a, b) => a - b));
        expect(new Set(agenda.map(({ impedimentId }) => impedimentId)).size).toBe(agenda.length);
        for (const reason of TRIAGE_REASONS)
          expect(agenda.filter((entry) => entry.reason === reason).length).toBeLessThanOrEqual(MOST_OF_A_REASON);
        expect(triageAgenda(facts({ impediments: impediments.toReversed(), answers }))).toEqual(agenda);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Refusal } from '../refusal.js';
import { IMPEDIMENT_SEVERITIES } from './impediment-fields.js';
import { refuseDuplicate, refuseTeamRemoval } from './impediment-links.js';
import {
  IMPEDIMENT_STATES,
  type ImpedimentState,
  OPEN_STATES,
  TRANSITIONS,
  type TransitionAction,
  type TransitionFacts,
  legalActions,
  legalMoves,
  missingForTriage,
  nextState,
  refuseTriageAmongMany,
  refuseUnlessLegal,
} from './impediment-state.js';

const TRIAGED: TransitionFacts = { ownerId: 'ana', severity: 'HIGH', level: 1 };
const UNTRIAGED: TransitionFacts = { ownerId: null, severity: null, level: 1 };
const ACTIONS = [...new Set(TRANSITIONS.map((row) => row.action))];

// With owner, severity and level known; "-" is refused. Reopening without them leads to RAISED.
const TABLE = `
  action          RAISED     TRIAGED      IN_PROGRESS  RESOLVED  CLOSED   DECLINED  DUPLICATE
  triage          TRIAGED    TRIAGED      IN_PROGRESS  -         -        -         -
  start           -          IN_PROGRESS  -            -         -        -         -
  resolve         -          -            RESOLVED     -         -        -         -
  close           -          -            -            CLOSED    -        -         -
  decline         DECLINED   DECLINED     DECLINED     -         -        -         -
  mark-duplicate  DUPLICATE  DUPLICATE    DUPLICATE    -         -        -         -
  reopen          -          -            -            TRIAGED   TRIAGED  TRIAGED   -
`;
const CELLS = TABLE.trim()
  .split('\n')
  .slice(1)
  .flatMap((line) => {
    const [action = '', ...targets] = line.trim().split(/\s+/);
    return targets.map((to, index) => ({ action: `impediment:${action}`, from: IMPEDIMENT_STATES[index] ?? '', to }));
  });

describe('the state machine', () => {
  it('is this table', () => {
    const asked = ACTIONS.flatMap((action) =>
      IMPEDIMENT_STATES.map((from) => {
        const to = nextState(from, action, TRIAGED);
        return { action, from, to: to instanceof Refusal ? '-' : to };
      }),
    );
    expect(asked).toEqual(CELLS);
  });

  it('triages many at once out of RAISED only', () => {
    expect(IMPEDIMENT_STATES.filter((state) => refuseTriageAmongMany(state) === null)).toEqual(['RAISED']);
    expect(refuseTriageAmongMany('IN_PROGRESS')?.code).toBe('ILLEGAL_TRANSITION');
  });

  it.each(ACTIONS.flatMap((action) => IMPEDIMENT_STATES.map((state) => [state, action] as const)))(
    'in %s, %s is legal exactly when it is offered, and a refusal says what is',
    (state, action) => {
      const next = nextState(state, action, TRIAGED);
      expect(legalActions(state).includes(action)).toBe(!(next instanceof Refusal));
      if (next instanceof Refusal) {
        expect(next.code).toBe('ILLEGAL_TRANSITION');
        expect(next.details).toEqual({ state, action, legal: legalActions(state) });
      }
    },
  );

  it.each(['RESOLVED', 'CLOSED', 'DECLINED'] as const)('reopens %s to RAISED when it was never triaged', (state) => {
    expect(nextState(state, 'impediment:reopen', UNTRIAGED)).toBe('RAISED');
    expect(nextState(state, 'impediment:reopen', { ...TRIAGED, ownerId: null })).toBe('RAISED');
  });

  it('refuses a triage that leaves something open, and names it', () => {
    const refusal = nextState('RAISED', 'impediment:triage', UNTRIAGED);
    expect(refusal).toMatchObject({ code: 'TRIAGE_INCOMPLETE', details: { missing: ['owner', 'severity'] } });
    expect(missingForTriage({ ownerId: null, severity: null, level: null })).toEqual(['owner', 'severity', 'level']);
    expect(missingForTriage(TRIAGED)).toEqual([]);
  });

  it('says first that the state is wrong, then what is missing', () => {
    expect(nextState('CLOSED', 'impediment:triage', UNTRIAGED)).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });
});

describe('moves', () => {
  it.each(IMPEDIMENT_STATES)('out of %s are those of the table, to another state', (from) => {
    const expected = CELLS.filter((cell) => cell.from === from && cell.to !== '-' && cell.to !== from);
    expect(legalMoves(from, TRIAGED)).toEqual(expected.map(({ action, to }) => ({ action, to })));
  });

  it('go to one state per action, back to RAISED without owner and severity', () => {
    expect(legalMoves('DECLINED', UNTRIAGED)).toEqual([{ action: 'impediment:reopen', to: 'RAISED' }]);
    expect(legalMoves('RAISED', UNTRIAGED)[0]).toEqual({ action: 'impediment:triage', to: 'TRIAGED' });
  });
});

describe('a random life of an impediment', () => {
  const step = fc.record({
    action: fc.constantFrom<TransitionAction[]>(...ACTIONS),
    facts: fc.record({
      ownerId: fc.constantFrom('ana', 'bob', null),
      severity: fc.constantFrom(...IMPEDIMENT_SEVERITIES, null),
      level: fc.constantFrom(1, 2, 3),
    }),
  });

  it('never leaves the table, never works on what was never triaged, and ends at DUPLICATE', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let state: ImpedimentState = 'RAISED';
        let known: TransitionFacts = UNTRIAGED;
        for (const { action, facts } of steps) {
          const asked: TransitionFacts = action === 'impediment:triage' ? facts : known;
          const next = nextState(state, action, asked);
          if (next instanceof Refusal) continue;
          const row = TRANSITIONS.find((one) => one.action === action && one.from.includes(state) && one.to === next);
          expect(row).toBeDefined();
          expect(state).not.toBe('DUPLICATE');
          known = asked;
          state = next;
          const worked = state === 'TRIAGED' || state === 'IN_PROGRESS' || state === 'RESOLVED';
          if (worked) expect(missingForTriage(known)).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('actions that keep the state', () => {
  it.each([
    ['impediment:view', IMPEDIMENT_STATES],
    ['impediment:comment', IMPEDIMENT_STATES],
    ['impediment:watch', IMPEDIMENT_STATES],
    ['impediment:edit', OPEN_STATES],
    ['impediment:set-level', ['RAISED', 'TRIAGED', 'IN_PROGRESS']],
    ['impediment:send-brief', ['RAISED', 'TRIAGED', 'IN_PROGRESS']],
    ['impediment:pause-clock', ['RAISED', 'TRIAGED', 'IN_PROGRESS']],
    ['impediment:resume-clock', ['RAISED', 'TRIAGED', 'IN_PROGRESS']],
    ['impediment:add-team', ['RAISED', 'TRIAGED', 'IN_PROGRESS']],
    ['impediment:remove-team', ['RAISED', 'TRIAGED', 'IN_PROGRESS']],
    ['impediment:vote', ['RAISED', 'TRIAGED', 'IN_PROGRESS']],
  ] as const)('%s: %j', (action, states) => {
    expect(IMPEDIMENT_STATES.filter((state) => refuseUnlessLegal(state, action) === null)).toEqual(states);
    expect(IMPEDIMENT_STATES.filter((state) => legalActions(state).includes(action))).toEqual(states);
  });
});

describe('links of an impediment', () => {
  it.each([
    ['another one', ['b'], null],
    ['a duplicate of another one', ['b', 'c'], null],
    ['itself', ['a'], 'DUPLICATE_OF_ITSELF'],
    ['a duplicate of it', ['b', 'a'], 'DUPLICATE_CYCLE'],
    ['a duplicate of a duplicate of it', ['b', 'c', 'a'], 'DUPLICATE_CYCLE'],
  ])('a duplicate of %s', (_what, chain, code) => {
    expect(refuseDuplicate('a', chain)?.code ?? null).toBe(code);
  });

  it('the raising team stays', () => {
    expect(refuseTeamRemoval('t1', 't1')?.code).toBe('RAISING_TEAM_STAYS');
    expect(refuseTeamRemoval('t1', 't2')).toBeNull();
  });
});

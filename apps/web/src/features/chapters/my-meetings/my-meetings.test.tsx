import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { useMyMeetings } from './use-my-meetings';
import { always } from '../../../platform/testing/always';
import { viewer } from '../../../platform/testing/answers';
import { renderScreen } from '../../../platform/testing/render-screen';
import { lastingSession, signedIn } from '../../../platform/testing/signed-in';
import { whenWords } from '../when-words';
import { action, ANA, ROWAN } from '../testing/triage-facts';
import { MY_MEETINGS } from './my-meetings.operations';

const HOUR = 3_600_000;

const meeting = (
  n: number,
  facilitator: { id: string } | null,
  inHours: number,
  state: 'PLANNED' | 'CANCELLED' = 'PLANNED',
) => ({
  __typename: 'Occurrence' as const,
  id: `occurrence-${n}`,
  name: `Retrospective ${n}`,
  localStart: '2026-11-24T09:30',
  state,
  startsAt: new Date(Date.now() + inHours * HOUR).toISOString(),
  endsAt: new Date(Date.now() + (inHours + 1) * HOUR).toISOString(),
  place: '',
  facilitator: facilitator && { __typename: 'Person' as const, id: facilitator.id },
  cadence: {
    __typename: 'Cadence' as const,
    id: 'cadence-1',
    scope: { __typename: 'RoleScope' as const, id: 'team-1', name: 'Checkout' },
  },
});

function Shown() {
  const { actions, actionCount, turns } = useMyMeetings();
  return (
    <p>
      {actionCount}: {actions.map(({ title }) => title).join(', ')}; {turns.map(({ name }) => name).join(', ')}
    </p>
  );
}

test('what one promised, first due first; of the meetings those to come that one leads', async () => {
  const asked = always(MY_MEETINGS)(() => ({
    actions: {
      __typename: 'ActionItemConnection',
      totalCount: 2,
      edges: [action(1, { dueOn: '2099-03-09' }), action(2, { dueOn: '2099-03-02' })].map((node) => ({
        __typename: 'ActionItemEdge',
        cursor: node.id,
        node,
      })),
    },
    occurrences: [
      meeting(1, ANA, -3),
      meeting(2, ANA, 5),
      meeting(3, ROWAN, 6),
      meeting(4, ANA, 7, 'CANCELLED'),
      meeting(5, null, 8),
    ],
  }));
  renderScreen(signedIn([{ path: '/', element: <Shown /> }]), '/', [lastingSession(viewer()), asked.answer]);
  expect(await screen.findByText('2: Call the harbour 2, Call the harbour 1; Retrospective 2')).toBeVisible();
});

test('a day is said with its weekday, by the clocks of the zone', () => {
  const now = Date.parse('2026-11-21T12:00:00Z');
  expect(whenWords('2026-11-24T09:30:00Z', 'Europe/Lisbon', now)).toBe('Tuesday 24 November, 09:30');
  expect(whenWords('2027-01-04T23:30:00Z', 'Asia/Tokyo', now)).toBe('Tuesday 5 January 2027, 08:30');
});

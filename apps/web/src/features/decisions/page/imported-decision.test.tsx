import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { always } from '../../../platform/testing/always';
import { type Decision, flow, past, record, WREN } from '../testing/decision-facts';
import { renderDecisions } from '../testing/render-decisions';
import { DECISION } from './decision.operations';

const FROM_FILE: Partial<Decision> = {
  proposedBy: null,
  decidedBy: null,
  importedFrom: 'adr/0001-use-it.md',
  flow: flow({ level: 'TELL', delegatedBy: null }),
};
const entry = (event: string, actor: typeof WREN | null) => ({
  __typename: 'ActivityEdge' as const,
  cursor: event,
  node: {
    __typename: 'ActivityEntry' as const,
    id: event,
    at: '2024-03-09T09:00:00Z',
    actor,
    event,
    changes: [],
    note: null,
  },
});
const activity = (...edges: ReturnType<typeof entry>[]): Decision['activity'] => ({
  __typename: 'ActivityConnection',
  totalCount: edges.length,
  pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
  edges,
});

function open(changes: Partial<Decision>) {
  renderDecisions('/decisions/D-7', [always(DECISION)(() => ({ decision: record(7, changes) })).answer]);
}

test('what a file brought was done by nobody who is known here; what came later has its names', async () => {
  const entries = [
    entry('decision.reverted', WREN),
    entry('decision.revisit-due', null),
    entry('decision.accepted', null),
    entry('decision.proposed', null),
  ];
  open({ ...FROM_FILE, activity: activity(...entries) });
  await screen.findByRole('region', { name: 'Activity' });
  const told = screen.getByRole('region', { name: 'Activity' }).querySelectorAll('li');
  expect([...told].map((one) => one.textContent.split(' · ')[0])).toEqual([
    'Wren Gale reverted it',
    'Chapterhouse reminded to look at it again',
    'Somebody accepted it, as adr/0001-use-it.md says',
    'Somebody proposed it, as adr/0001-use-it.md says',
  ]);
});

test('what was decided elsewhere claims no delegation of here', async () => {
  open(FROM_FILE);
  expect(await screen.findByText('Elsewhere, before it came here.')).toBeVisible();
  expect(screen.queryByText('nobody delegated it')).not.toBeInTheDocument();
});

test.each<[string, Partial<Decision>]>([
  ['was decided here', { ...FROM_FILE, decidedBy: WREN }],
  ['is still to be decided', { ...FROM_FILE, state: 'PROPOSED', decidedAt: null }],
])('what %s says who decides, even where nobody delegated it', async (_, changes) => {
  open(changes);
  expect(await screen.findByText('nobody delegated it')).toBeVisible();
});

test('what a file brought shows days, never the hours since it came', async () => {
  open({
    ...FROM_FILE,
    proposedAt: '2024-03-08T23:00:00Z',
    activity: activity(entry('decision.reverted', WREN), entry('decision.accepted', null)),
  });
  const side = await screen.findByRole('complementary', { name: 'About this decision' });
  expect(side).toHaveTextContent(/Proposed(8|9) March 2024/);
  const [reverted, accepted] = screen.getByRole('region', { name: 'Activity' }).querySelectorAll('time');
  expect(accepted).toHaveTextContent('9 March 2024');
  expect(reverted).toHaveTextContent(/ago$/);
});

test('activity leads to what replaced it, also where a file brought both', async () => {
  open({
    ...FROM_FILE,
    state: 'SUPERSEDED',
    supersededBy: past(12, 'ACCEPTED'),
    activity: activity(entry('decision.superseded', null)),
  });
  const told = await screen.findByRole('region', { name: 'Activity' });
  expect(within(told).getByRole('link', { name: 'D-12' })).toHaveAttribute('href', '/decisions/D-12');
  expect(told).toHaveTextContent('Somebody replaced it by D-12, as adr/0001-use-it.md says');
});

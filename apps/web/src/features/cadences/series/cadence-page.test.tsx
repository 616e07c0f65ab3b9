import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { always } from '../../../platform/testing/always';
import { cadence, occurrenceLine } from '../testing/meeting-facts';
import { renderMeetings } from '../testing/render-meetings';
import { CADENCE } from './series.operations';

const shown = (changes: Parameters<typeof cadence>[0]) => always(CADENCE)(() => ({ cadence: cadence(changes) })).answer;

test('a series of another zone says whose clocks its rule means, and its dates by those of here and there', async () => {
  const evening = {
    timeZone: 'America/New_York',
    localStart: '2026-02-09T20:30',
    startsAt: '2026-02-10T01:30:00Z',
    endsAt: '2026-02-10T02:30:00Z',
  };
  const next = [occurrenceLine('2026-02-09', evening)];
  renderMeetings('/cadences/Cadence_1', [
    shown({ sentence: 'Every Monday at 20:30', timeZone: 'America/New_York', next }),
  ]);
  expect(await screen.findByText('Every Monday at 20:30 (clocks of New York)')).toBeVisible();
  const [line] = within(screen.getByRole('region', { name: 'Next dates' })).getAllByRole('listitem');
  expect(line).toHaveTextContent(/Tuesday, 10 February.*, 01:30–02:30Monday 20:30 in New York · Rowan Squall$/);
});

test('what a date says of itself ends where nobody facilitates it', async () => {
  const next = [
    occurrenceLine('2027-03-01', { moved: true, facilitator: null }),
    occurrenceLine('2027-03-02', { moved: true }),
    occurrenceLine('2027-03-03', { state: 'CANCELLED' }),
  ];
  renderMeetings('/cadences/Cadence_1', [shown({ next })]);
  const lines = within(await screen.findByRole('region', { name: 'Next dates' })).getAllByRole('listitem');
  expect(lines[0]).toHaveTextContent(/moved$/);
  expect(lines[1]).toHaveTextContent(/moved · Rowan Squall$/);
  expect(lines[2]).toHaveTextContent(/cancelled$/);
});

import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderImpediments } from '../testing/render-impediments';
import { IMPEDIMENTS_COUNTED } from './numbers.operations';
import { counted, sources } from './testing/number-answers';

const LIST = '/impediments/numbers/list?from=2026-03-01&endsBefore=2026-04-01';

test('the list of a number says what it counts, and goes into a file', async () => {
  const { asked } = renderImpediments(`${LIST}&number=TIME_TO_RESOLVE&level=2&source=none`, [counted(2), sources]);
  const row = await screen.findByRole('row', { name: /IMP-1/ });
  expect(row).toHaveTextContent('IMP-1FirstClosedYard13 Mar 202680 h');
  expect(within(row).getByRole('link', { name: 'First' })).toHaveAttribute('href', '/impediments/IMP-1');
  expect(screen.getByText(/^2 impediments · Mar 2026 · no source named · Scrum of Scrums$/)).toBeVisible();
  expect(asked(IMPEDIMENTS_COUNTED)[0]).toMatchObject({ level: 2, withoutSource: true, sourceId: null });
  expect(screen.getByRole('link', { name: /CSV/ })).toHaveAttribute(
    'href',
    '/files/impediments.csv?number=TIME_TO_RESOLVE&from=2026-03-01&endsBefore=2026-04-01&level=2&source=none&screen=numbers',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
  expect(await screen.findByRole('row', { name: /IMP-2/ })).toBeVisible();
  expect(screen.getAllByRole('row')).toHaveLength(3);
});

test('of a share all, or only those that it counts', async () => {
  const { address } = renderImpediments(`${LIST}&number=OVERDUE`, [counted(1), sources]);
  expect(await screen.findByRole('row', { name: /First/ })).toBeVisible();
  await userEvent.click(screen.getByRole('radio', { name: 'Overdue' }));
  expect(address()).toBe(`/impediments/numbers/list?number=OVERDUE&from=2026-03-01&endsBefore=2026-04-01&counted=`);
  expect(await screen.findByRole('row', { name: /Counted/ })).toBeVisible();
});

test.each([
  [`${LIST}&number=OVERDUE`, 'None of these'],
  ['/impediments/numbers/list?number=X', 'This address names no number'],
])('%s: %s', async (at, heading) => {
  renderImpediments(at, [counted(0), sources]);
  expect(await screen.findByRole('heading', { name: heading })).toBeVisible();
});

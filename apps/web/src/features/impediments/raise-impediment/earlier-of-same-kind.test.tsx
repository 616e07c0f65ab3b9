import { afterEach, expect, test } from '@jest/globals';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { EarlierOfSameKindQuery } from '../../../generated/graphql';
import { IMPEDIMENT_BOARD } from '../live-board/live-board.operations';
import { EARLIER_OF_SAME_KIND } from '../similar-impediments.operations';
import { IMPEDIMENT_SOURCES } from '../sources.operations';
import { boardOf, card, ROWAN } from '../testing/impediment-facts';
import { on, renderImpediments } from '../testing/render-impediments';
import { setRaising } from './raise-dialog-state';

afterEach(() => act(() => setRaising(false)));

const board = on(IMPEDIMENT_BOARD, () => boardOf(card(1)));
const sources = on(IMPEDIMENT_SOURCES, () => ({
  sources: [{ __typename: 'Source' as const, id: 'Source_1', name: 'Payment gateway', kind: 'VENDOR' as const }],
}));
const earlier = (times: number, recurring: boolean) =>
  on(EARLIER_OF_SAME_KIND, (): Omit<EarlierOfSameKindQuery, '__typename'> => ({
    earlierOfSameKind: {
      __typename: 'EarlierOfSameKind',
      times,
      blockedTeamDays: 31,
      recurring,
      latest: [
        {
          __typename: 'Impediment',
          id: 'impediment-8',
          key: 'IMP-8',
          title: 'The gateway is down',
          state: 'CLOSED',
          resolution: 'They restarted it',
          resolvedAt: '2026-02-01T10:00:00Z',
          owner: ROWAN,
        },
      ],
    },
  }));

async function choose(times: number, recurring: boolean) {
  const { asked } = renderImpediments('/impediments', [board, sources, earlier(times, recurring)]);
  await screen.findByRole('link', { name: 'Impediment 1' });
  await userEvent.keyboard('c');
  const dialog = await screen.findByRole('dialog', { name: 'Raise an impediment' });
  expect(asked(EARLIER_OF_SAME_KIND)).toEqual([]);
  await userEvent.click(within(dialog).getByRole('combobox', { name: /^Waits for/ }));
  await userEvent.click(await screen.findByRole('option', { name: /Payment gateway/ }));
  return { dialog, asked };
}

test.each([
  [1, false, 'raised once before in this quarter and the one before, 31 blocked team-days.'],
  [2, true, 'raised 2 times before in this quarter and the one before, 31 blocked team-days. This makes it recurring'],
  [4, true, 'raised 4 times before in this quarter and the one before, 31 blocked team-days. It is recurring'],
])('%i times before: says so while one raises, with how the latest ended', async (times, recurring, words) => {
  const { dialog, asked } = await choose(times, recurring);
  const link = await within(dialog).findByRole('link', { name: 'The gateway is down' });
  expect(link.closest('.similar')).toHaveTextContent(`Payment gateway, Other: ${words}`);
  expect(link.parentElement).toHaveTextContent(/IMP-8, resolved .* by Rowan Squall: They restarted it/);
  await userEvent.selectOptions(within(dialog).getByRole('combobox', { name: 'Category' }), 'Tooling');
  await within(dialog).findByText(/Payment gateway, Tooling/);
  expect(asked(EARLIER_OF_SAME_KIND)).toEqual([
    { sourceId: 'Source_1', category: 'OTHER' },
    { sourceId: 'Source_1', category: 'TOOLING' },
  ]);
});

test('for the first time it says nothing', async () => {
  const { dialog, asked } = await choose(0, false);
  expect(asked(EARLIER_OF_SAME_KIND)).toHaveLength(1);
  expect(within(dialog).queryByText(/in this quarter and the one before/)).toBeNull();
});

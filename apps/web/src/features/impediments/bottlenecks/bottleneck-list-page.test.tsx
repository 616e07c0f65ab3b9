import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HARBOUR, QUAY, ROWAN } from '../testing/impediment-facts';
import { on, renderImpediments } from '../testing/render-impediments';
import { BOTTLENECK_IMPEDIMENTS, BOTTLENECK_SOURCE } from './bottlenecks.operations';

const GATEWAY = { __typename: 'Source' as const, id: 'Source_1', name: 'Payment gateway' };
const source = on(BOTTLENECK_SOURCE, () => ({ source: GATEWAY }));
const counted = (total: number) =>
  on(BOTTLENECK_IMPEDIMENTS, ({ after }) => ({
    bottleneckImpediments: {
      __typename: 'CountedBottleneck' as const,
      blockedTeamDays: total === 0 ? 0 : 31,
      impediments: {
        __typename: 'BottleneckImpedimentConnection' as const,
        totalCount: total,
        pageInfo: { __typename: 'PageInfo' as const, hasNextPage: total > 1 && !after, endCursor: 'c' },
        edges: (total === 0 ? [] : [after ? 2 : 1]).map((number) => ({
          __typename: 'BottleneckImpedimentEdge' as const,
          cursor: 'c',
          node: {
            __typename: 'BottleneckImpediment' as const,
            blockedTeamDays: number === 1 ? 30 : 1,
            recurring: number === 1,
            impediment: {
              __typename: 'Impediment' as const,
              id: `Impediment_${number}`,
              key: `IMP-${number}`,
              title: `Waits ${number}`,
              state: 'CLOSED' as const,
              category: 'EXTERNAL' as const,
              raisedAt: '2026-03-13T17:00:00Z',
              affectedTeams: [QUAY],
              source: GATEWAY,
              owner: ROWAN,
            },
          },
        })),
      },
    },
  }));
const LIST = '/impediments/bottlenecks/list';

test('says what it counts, of whom and when; the costliest first, page by page', async () => {
  const { asked } = renderImpediments(`${LIST}?quarter=2026-Q1&source=Source_1&area=${HARBOUR.id}`, [
    counted(2),
    source,
  ]);
  expect(await screen.findByRole('heading', { name: 'Payment gateway · Harbour' })).toBeVisible();
  expect(screen.getByText('31 blocked team-days, 2 impediments · Q4 2025 and Q1 2026')).toBeVisible();
  const row = await screen.findByRole('row', { name: /IMP-1/ });
  expect(row).toHaveTextContent('IMP-1Waits 1 recurringClosedQuayExternalRowan Squall13 Mar 202630');
  expect(within(row).getByRole('link', { name: 'Waits 1' })).toHaveAttribute('href', '/impediments/IMP-1');
  expect(screen.getByRole('link', { name: 'About Payment gateway' })).toHaveAttribute('href', '/sources/Source_1');
  expect(screen.getByRole('link', { name: 'All bottlenecks' })).toHaveAttribute(
    'href',
    '/impediments/bottlenecks?quarter=2026-Q1',
  );
  expect(asked(BOTTLENECK_IMPEDIMENTS)[0]).toMatchObject({
    quarter: '2026-Q1',
    sourceId: 'Source_1',
    withoutSource: false,
    areaId: HARBOUR.id,
    category: null,
  });
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
  expect(await screen.findByRole('row', { name: /IMP-2/ })).toBeVisible();
  expect(screen.getAllByRole('row')).toHaveLength(3);
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

test('the times of what recurs', async () => {
  const { asked } = renderImpediments(`${LIST}?quarter=2026-Q1&source=Source_1&category=external`, [
    counted(1),
    source,
  ]);
  expect(await screen.findByRole('heading', { name: 'Payment gateway · External' })).toBeVisible();
  expect(screen.getByText(/^Raised in these two quarters in the category External/)).toBeVisible();
  expect(asked(BOTTLENECK_IMPEDIMENTS)[0]).toMatchObject({ category: 'EXTERNAL' });
});

test('those that name no source', async () => {
  const { asked } = renderImpediments(`${LIST}?quarter=2026-Q1&source=none`, [counted(1)]);
  expect(await screen.findByRole('heading', { name: 'No source named' })).toBeVisible();
  expect(asked(BOTTLENECK_IMPEDIMENTS)[0]).toMatchObject({ sourceId: null, withoutSource: true });
});

test('what counts none any more says so', async () => {
  renderImpediments(`${LIST}?quarter=2026-Q1`, [counted(0)]);
  expect(await screen.findByRole('heading', { name: 'It counts none now' })).toBeVisible();
});

test('a source that is gone is refused with what to do', async () => {
  renderImpediments(`${LIST}?source=Source_9`, [
    on(BOTTLENECK_IMPEDIMENTS, () => ({ code: 'NOT_FOUND' })),
    on(BOTTLENECK_SOURCE, () => ({ code: 'NOT_FOUND' })),
  ]);
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible();
});

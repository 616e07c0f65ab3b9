import { afterEach, expect, jest, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PAUSE_IMPEDIMENT_CLOCK, RESUME_IMPEDIMENT_CLOCK } from '../impediment-moves/clock.operations';
import { IMPEDIMENT_BY_KEY } from '../impediments.operations';
import { IMPEDIMENT_BOARD } from '../live-board/live-board.operations';
import { ALL, boardOf, card, detail } from '../testing/impediment-facts';
import { on, renderImpediments } from '../testing/render-impediments';
import { IMPEDIMENT_DETAIL } from './detail.operations';

// The parser of Markdown is an ES module, which this runner does not load.
jest.mock('../../../platform/markdown/markdown', () => ({
  Markdown: ({ text }: { text: string }) => <div>{text}</div>,
}));

const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();
type Facts = ReturnType<typeof detail>;
type Clock = NonNullable<Facts['clock']>;
const stopped: Clock = {
  __typename: 'ImpedimentClock',
  pausedAt: ago(49),
  pausedBecause: 'Vendor answers on Thursday',
};
const running: Clock = { __typename: 'ImpedimentClock', pausedAt: null, pausedBecause: null };
const terms = (changes: object = {}): NonNullable<Facts['clockTerms']> => ({
  __typename: 'ImpedimentClock',
  workingHours: 16,
  workedMinutes: 225,
  escalatesByItself: false,
  escalatesAt: null,
  ...changes,
});
const without = (...actions: string[]) => ALL.filter((action) => !actions.includes(action));

function show(facts: () => Partial<Facts>, handlers: Parameters<typeof renderImpediments>[1] = []) {
  return renderImpediments('/impediments/IMP-1', [
    on(IMPEDIMENT_BOARD, () => boardOf(card(1, facts()))),
    on(IMPEDIMENT_DETAIL, () => ({ impediment: detail(1, facts()) })),
    ...handlers,
  ]);
}
const panel = () => screen.findByRole('dialog', { name: 'IMP-1' });
const clockOf = async () => {
  const term = await within(await panel()).findByText('Clock');
  return term.parentElement ?? term;
};

afterEach(() => localStorage.clear());

test('a running clock says how much is left, and until when in the organization’s time zone', async () => {
  const clockEndsAt = new Date(Date.now() + 50 * HOUR).toISOString();
  show(() => ({
    clockEndsAt,
    clock: running,
    clockTerms: terms({ escalatesByItself: true, escalatesAt: clockEndsAt }),
  }));
  const clock = await clockOf();
  expect(clock).toHaveTextContent('12 of 16 working hours left, until');
  expect(clock).toHaveTextContent('(Europe/Lisbon), in 2 days');
  await waitFor(() => expect(clock).toHaveTextContent('It goes up to Scrum of Scrums by itself then.'));
});

test('one that has run out says since when; nobody is offered to pause it', async () => {
  show(() => ({
    clockEndsAt: ago(26),
    clock: running,
    clockTerms: terms({ workedMinutes: 1_200 }),
    viewerCan: without('impediment:pause-clock', 'impediment:resume-clock'),
  }));
  const clock = await clockOf();
  expect(clock).toHaveTextContent('Overdue: its 16 working hours were over');
  expect(clock).toHaveTextContent('(Europe/Lisbon), yesterday');
  expect(within(clock).queryByRole('button')).toBeNull();
});

test('one that stands still says since when, by whom and why, and runs on with one press; the way back is offered', async () => {
  const { asked } = show(
    () => ({
      clockEndsAt: null,
      clock: stopped,
      clockTerms: terms(),
      viewerCan: without('impediment:pause-clock'),
      activity: {
        __typename: 'ActivityConnection',
        totalCount: 1,
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        edges: [
          {
            __typename: 'ActivityEdge',
            cursor: '1',
            node: {
              __typename: 'ActivityEntry',
              id: 'event-1',
              at: ago(49),
              event: 'impediment.clock-paused',
              changes: [],
              note: 'Vendor answers on Thursday',
              actor: { __typename: 'Person', id: 'hazel', name: 'Hazel Gale' },
            },
          },
        ],
      },
    }),
    [
      on(RESUME_IMPEDIMENT_CLOCK, () => ({ impediment: card(1, { version: 2, clock: running }) })),
      on(PAUSE_IMPEDIMENT_CLOCK, () => ({ impediment: card(1, { version: 3, clock: stopped }) })),
    ],
  );
  const clock = await clockOf();
  expect(clock).toHaveTextContent('Paused 2 days ago by Hazel Gale, with 12 of 16 working hours left');
  expect(within(clock).getByText('Vendor answers on Thursday')).toBeVisible();
  await userEvent.click(within(clock).getByRole('button', { name: /Let it run on/ }));
  await userEvent.click(await screen.findByRole('button', { name: 'Pause it again' }));
  expect(asked(RESUME_IMPEDIMENT_CLOCK)).toEqual([expect.objectContaining({ id: 'impediment-1', version: 1 })]);
  await waitFor(() =>
    expect(asked(PAUSE_IMPEDIMENT_CLOCK)).toEqual([
      expect.objectContaining({ version: 2, reason: 'Vendor answers on Thursday' }),
    ]),
  );
});

test('time that took it up is told as such: by the product, with the hours that were over', async () => {
  show(() => ({
    activity: {
      __typename: 'ActivityConnection',
      totalCount: 1,
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      edges: [
        {
          __typename: 'ActivityEdge',
          cursor: '1',
          node: {
            __typename: 'ActivityEntry',
            id: 'event-1',
            at: ago(3.5),
            event: 'impediment.level-set',
            changes: [{ field: 'level', from: 'Team', to: 'Scrum of Scrums' }],
            note: 'Its 16 working hours at Team were over.',
            actor: null,
          },
        },
      ],
    },
  }));
  const activity = await within(await panel()).findByRole('region', { name: 'Activity' });
  expect(activity).toHaveTextContent('Chapterhouse moved it from Team to Scrum of Scrums · 3 hours ago');
  expect(within(activity).getByText('Its 16 working hours at Team were over.')).toBeVisible();
});

test('the key p asks for the reason; a refusal keeps it, and the pause can be taken back', async () => {
  let refusals = 1;
  const { asked } = show(
    () => ({
      clockEndsAt: ago(-20),
      clock: running,
      clockTerms: terms(),
      viewerCan: without('impediment:resume-clock'),
    }),
    [
      on(PAUSE_IMPEDIMENT_CLOCK, () =>
        refusals-- > 0 ? { code: 'CONFLICT' } : { impediment: card(1, { version: 6, clock: stopped }) },
      ),
      on(RESUME_IMPEDIMENT_CLOCK, () => ({ impediment: card(1, { version: 7, clock: running }) })),
      on(IMPEDIMENT_BY_KEY, () => ({ impediment: detail(1, { version: 5, clock: running }) })),
    ],
  );
  await clockOf();
  await userEvent.keyboard('p');
  const dialog = await screen.findByRole('dialog', { name: 'Pause the clock of IMP-1' });
  await userEvent.type(within(dialog).getByLabelText('Why does it stand still?'), 'Wait');
  await userEvent.click(within(dialog).getByRole('button', { name: /Pause the clock/ }));
  expect(await within(dialog).findByRole('alert')).toBeVisible();
  expect(within(dialog).getByLabelText('Why does it stand still?')).toHaveValue('Wait');
  await userEvent.click(within(dialog).getByRole('button', { name: /Pause the clock/ }));
  await waitFor(() => expect(dialog).not.toBeInTheDocument());
  expect(asked(PAUSE_IMPEDIMENT_CLOCK).map(({ version }) => version)).toEqual([1, 5]);
  const notes = within(screen.getByRole('region', { name: 'Notes' })).getAllByRole('button', { name: 'Let it run on' });
  await userEvent.click(notes.at(-1) ?? document.body);
  await waitFor(() => expect(asked(RESUME_IMPEDIMENT_CLOCK)).toEqual([expect.objectContaining({ version: 6 })]));
});

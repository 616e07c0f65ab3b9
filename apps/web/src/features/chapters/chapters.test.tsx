import type { MockLink } from '@apollo/client/testing';
import { expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LiveRegion } from '@chapterhouse/ui/live-region';
import { Toaster } from '@chapterhouse/ui/toast';
import { Outlet } from 'react-router';
import type { ChapterLineFragment, ChapterNumbersQuery, ChapterQuery } from '../../generated/graphql';
import { useShortcutKeys } from '../../platform/shortcuts/use-shortcut-keys';
import { always } from '../../platform/testing/always';
import { viewer } from '../../platform/testing/answers';
import { renderScreen } from '../../platform/testing/render-screen';
import { lastingSession, signedIn } from '../../platform/testing/signed-in';
import { CHAPTER_PLACES, CHAPTERS, CREATE_CHAPTER } from './chapters.operations';
import { ACTIONS_PAGE } from './actions/actions-page.operations';
import {
  CHAPTER,
  CHAPTER_NUMBERS,
  CHAPTER_SESSIONS,
  START_TRIAGE,
  THANK_FOR_PRACTICE,
  TRIAGE_AGENDA,
} from './home/chapter.operations';
import { MY_FACILITATION } from './mirror/mirror.operations';
import { mirrorWords } from './mirror/mirror-words';
import { chaptersRoutes } from './routes';
import { action, ANA, ROWAN } from './testing/triage-facts';

function Shell() {
  useShortcutKeys(() => {});
  return (
    <>
      <Outlet />
      <LiveRegion />
      <Toaster />
    </>
  );
}

const show = (at: string, answers: MockLink.MockedResponse[], can: string[] = []) =>
  renderScreen(signedIn([{ element: <Shell />, children: chaptersRoutes }]), at, [
    lastingSession(viewer({ can })),
    ...answers,
  ]);

function line(facts: Partial<ChapterLineFragment> = {}): ChapterLineFragment {
  return {
    __typename: 'Chapter',
    id: 'chapter-1',
    name: 'Quay masters',
    scope: { __typename: 'RoleScope', kind: 'AREA', id: 'area-1', name: 'Payments' },
    leader: null,
    members: [{ __typename: 'ChapterMember', person: ANA }],
    nextTriage: null,
    session: null,
    version: 1,
    viewerCan: ['chapter:view', 'practice:share', 'triage:start'],
    ...facts,
  };
}

const PRACTICE = {
  __typename: 'Practice' as const,
  id: 'practice-1',
  title: 'We ask first',
  words: 'Each refinement begins with a question.',
  url: null,
  at: '2026-03-02T08:00:00Z',
  thanks: 2,
  viewerThanked: false,
  viewerCan: ['practice:thank'],
  version: 1,
  by: ROWAN,
  team: null,
};

function home(facts: Partial<ChapterQuery['chapter']> = {}): ChapterQuery['chapter'] {
  return {
    ...line(),
    purpose: '',
    members: [
      {
        __typename: 'ChapterMember',
        role: 'SCRUM_MASTER',
        kind: 'PRIMARY',
        away: true,
        person: ANA,
        standIn: ROWAN,
        teams: [],
      },
    ],
    cadences: [],
    practices: [PRACTICE],
    openActions: [action(1)],
    ...facts,
  };
}

function week(from: string, hours: number | null): ChapterNumbersQuery['chapter']['numbers'][number] {
  return {
    __typename: 'ChapterNumbers',
    from,
    endsBefore: from,
    raised: 4,
    resolved: 2,
    hoursToTriage: hours,
    hoursToResolve: [{ __typename: 'HoursOfLevel', level: 2, name: 'Scrum of Scrums', hours: null, count: 0 }],
    overdueShare: 0.25,
    reopenedShare: 0,
    withoutEscalationShare: null,
  };
}

const homeAnswers = (chapter: ChapterQuery['chapter']) => [
  always(CHAPTER)(() => ({ chapter })).answer,
  always(CHAPTER_NUMBERS)(() => ({
    chapter: { __typename: 'Chapter', id: chapter.id, numbers: [week('2026-11-09', 3), week('2026-11-16', 7.5)] },
  })).answer,
  always(CHAPTER_SESSIONS)(() => ({
    chapter: {
      __typename: 'Chapter',
      id: chapter.id,
      sessions: {
        __typename: 'TriageSessionConnection',
        totalCount: 0,
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        edges: [],
      },
    },
  })).answer,
  always(TRIAGE_AGENDA)(() => ({
    triageAgenda: [
      {
        __typename: 'AgendaItem',
        reason: 'CLOCK_OUT',
        why: 'Its clock ran out 3 working days ago.',
        impediment: { __typename: 'Impediment', id: 'impediment-1', key: 'IMP-1', title: 'Ramp 1 is closed' },
        source: null,
        action: null,
      },
    ],
  })).answer,
];

test('the directory says who leads, how many they are and whether a triage runs', async () => {
  const running = {
    __typename: 'TriageSession' as const,
    id: 'session-1',
    startedAt: '2026-03-02T08:00:00Z',
    facilitator: ROWAN,
  };
  show('/chapters', [always(CHAPTERS)(() => ({ chapters: [line({ session: running })] })).answer]);
  const list = await screen.findByRole('list', { name: 'Chapters' });
  expect(list).toHaveTextContent('Led byVacant');
  expect(list).toHaveTextContent('Members1 person');
  expect(within(list).getByRole('link', { name: 'Join the triage' })).toHaveAttribute('href', '/triage/session-1');
  expect(screen.queryByRole('button', { name: 'Found a chapter' })).toBeNull();
});

test('without a chapter the screen says what one is; founding one needs a place and proposes a name', async () => {
  const created = always(CREATE_CHAPTER)(() => ({ chapter: { ...line(), purpose: '' } }));
  const places = always(CHAPTER_PLACES)(() => ({
    organization: {
      __typename: 'Organization',
      id: 'organization-1',
      name: 'Harbour',
      products: [
        {
          __typename: 'Product',
          id: 'product-1',
          name: 'Freight',
          areas: [{ __typename: 'Area', id: 'area-1', name: 'Payments' }],
        },
      ],
    },
  }));
  const { address } = show(
    '/chapters',
    [always(CHAPTERS)(() => ({ chapters: [] })).answer, created.answer, places.answer, ...homeAnswers(home())],
    ['chapter:create'],
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Found a chapter' }));
  const dialog = await screen.findByRole('dialog', { name: 'Found a chapter' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Found it' }));
  expect(await within(dialog).findByText('Choose where it is.')).toBeVisible();
  await userEvent.click(within(dialog).getByLabelText('Where'));
  await userEvent.click(await screen.findByRole('option', { name: /Payments/ }));
  expect(within(dialog).getByLabelText('Name')).toHaveValue('Scrum Masters of Payments');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Found it' }));
  await waitFor(() => expect(address()).toBe('/chapters/chapter-1'));
  expect(created.variables).toEqual([
    expect.objectContaining({ name: 'Scrum Masters of Payments', scopeKind: 'AREA', scopeId: 'area-1' }),
  ]);
});

test('home: what the next triage is about, who stands in, the numbers as charts and as a table', async () => {
  const started = always(START_TRIAGE)(() => ({ session: { __typename: 'TriageSession', id: 'session-9' } }));
  const { address } = show('/chapters/chapter-1', [...homeAnswers(home()), started.answer]);
  expect(await screen.findByText(/Its clock ran out 3 working days ago/)).toBeVisible();
  expect(screen.getByText('Away; Rowan Squall stands in')).toBeVisible();
  expect(screen.getByText('Nobody leads the chapter.')).toBeVisible();
  expect(await screen.findByRole('region', { name: 'Time to triage' })).toHaveTextContent(/7\.5\sh Week of 16 Nov/);
  expect(screen.getByRole('region', { name: 'Time to resolve: Scrum of Scrums' })).toHaveTextContent('No data yet');
  await userEvent.click(screen.getByRole('radio', { name: 'Table' }));
  const rows = within(screen.getByRole('table')).getAllByRole('row');
  expect(rows[1]).toHaveTextContent(/Week of 16 Nov7\.5\sh–25\s%0\s%–2, 4 raised/);
  await userEvent.click(screen.getByRole('button', { name: 'Begin the triage' }));
  await waitFor(() => expect(address()).toMatch('/triage/session-9'));
  expect(started.variables).toEqual([expect.objectContaining({ chapterId: 'chapter-1', occurrenceId: null })]);
});

test('thanks are counted at once', async () => {
  const thanked = always(THANK_FOR_PRACTICE)(() => ({
    practice: { __typename: 'Practice', id: 'practice-1', thanks: 3, viewerThanked: true },
  }));
  show('/chapters/chapter-1', [...homeAnswers(home()), thanked.answer]);
  await userEvent.click(await screen.findByRole('button', { name: 'Thank you for “We ask first”, 2 so far' }));
  expect(await screen.findByRole('button', { name: 'Thank you for “We ask first”, 3 so far' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  expect(thanked.variables).toEqual([expect.objectContaining({ id: 'practice-1', thank: true })]);
});

test('actions: one’s own that are open at first; the address keeps what is chosen', async () => {
  const asked = always(ACTIONS_PAGE)(() => ({
    actions: {
      __typename: 'ActionItemConnection',
      totalCount: 1,
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      edges: [{ __typename: 'ActionItemEdge', cursor: '1', node: action(1, { dueOn: '2020-01-01' }) }],
    },
  }));
  const { address } = show('/actions', [asked.answer]);
  expect(await screen.findByText('by 1 January 2020, overdue')).toBeVisible();
  await userEvent.click(screen.getByRole('radio', { name: 'Everybody’s' }));
  await userEvent.click(screen.getByRole('radio', { name: 'Done' }));
  await waitFor(() => expect(address()).toBe('/actions?whose=all&state=done'));
  await waitFor(() =>
    expect(asked.variables.map(({ filter }) => filter)).toEqual([
      { state: 'OPEN', mine: true },
      { state: 'OPEN' },
      { state: 'DONE' },
    ]),
  );
});

test('the mirror asks rather than judges, and says who sees it', async () => {
  show('/mirror', [
    always(MY_FACILITATION)(() => ({
      myFacilitation: {
        __typename: 'MyFacilitation',
        from: '2026-05-01',
        endsBefore: '2026-11-01',
        teams: [
          {
            __typename: 'MyFacilitationOfTeam',
            held: 10,
            facilitatedByMe: 9,
            facilitatedByOthers: 1,
            team: { __typename: 'Team', id: 'team-1', name: 'Checkout' },
            months: [{ __typename: 'MyFacilitationMonth', month: '2026-10', held: 10, facilitatedByMe: 9 }],
          },
        ],
      },
    })).answer,
  ]);
  expect(await screen.findByText(/Only you see this page/)).toBeVisible();
  expect(await screen.findByText(/What would the team learn/)).toBeVisible();
  expect(mirrorWords({ held: 2, facilitatedByMe: 2 })).toMatch(/Too few/);
  expect(mirrorWords({ held: 9, facilitatedByMe: 3 })).toMatch(/most of its meetings/);
});

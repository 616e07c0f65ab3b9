import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { RouteObject } from 'react-router';
import { Outlet, useNavigate } from 'react-router';
import { presentCommands } from '../../platform/commands/command-registry';
import { viewer } from '../../platform/testing/answers';
import { renderScreen } from '../../platform/testing/render-screen';
import { lastingSession, signedIn } from '../../platform/testing/signed-in';
import { Tour, TourNote } from './public';
import { setTour } from './tour-state';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  // What is in the page can be seen; jsdom lays nothing out.
  jest
    .spyOn(Element.prototype, 'getClientRects')
    .mockImplementation(() => Object.assign([new DOMRect()], { item: () => null }));
});
afterEach(() => {
  act(() => setTour(false));
  jest.restoreAllMocks();
});

function Shell() {
  const navigate = useNavigate();
  return (
    <>
      <main id="main">
        <TourNote />
        <Outlet />
      </main>
      <button type="button" className="palette-button" aria-haspopup="dialog">
        Find
      </button>
      <button type="button" onClick={() => void navigate('/people')}>
        Leave
      </button>
      <Tour />
    </>
  );
}

/** With the palette's button that makes three stops of the six: nobody may raise, and nothing is filtered. */
const Board = () => (
  <>
    <h1 tabIndex={-1}>Impediments</h1>
    <article data-card>A card</article>
    <div className="shell__group">My work</div>
  </>
);

const EmptyBoard = () => (
  <>
    <h1 tabIndex={-1}>Impediments</h1>
    <p className="ch-empty">Nothing stands in the way</p>
  </>
);

function show(board = <Board />, at = '/impediments', who = viewer()) {
  const routes: RouteObject[] = signedIn([
    {
      element: <Shell />,
      children: [
        { path: 'impediments', element: board },
        { path: 'people', element: <h1 tabIndex={-1}>People</h1> },
      ],
    },
  ]);
  return renderScreen(routes, at, [lastingSession(who)]);
}

const stop = (name: string) => screen.findByRole('dialog', { name });
const take = async () => userEvent.click(await screen.findByRole('button', { name: 'Take the tour' }));

test('offered on the first visit of the board, once to each person', async () => {
  show();
  expect(await screen.findByText('New here?')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'No tour, thank you' }));
  expect(screen.queryByText('New here?')).toBeNull();
  expect(screen.getByRole('heading', { name: 'Impediments' })).toHaveFocus();
  expect(localStorage.getItem('chapterhouse.tour.person-1')).toBe('seen');
});

test('the next visit asks no more, another person is asked', async () => {
  localStorage.setItem('chapterhouse.tour.person-1', 'seen');
  const other = viewer({ person: { __typename: 'Person', id: 'person-2', name: 'Ben', email: null } });
  show();
  await screen.findByRole('heading', { name: 'Impediments' });
  expect(screen.queryByText('New here?')).toBeNull();
  document.body.replaceChildren();
  show(<Board />, '/impediments', other);
  expect(await screen.findByText('New here?')).toBeVisible();
});

test('leads over what is there and leaves the rest out', async () => {
  show();
  await take();
  expect(await stop('One card, one impediment')).toHaveTextContent('1 of 3');
  expect(screen.queryByText('New here?')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Next' }));
  expect(await stop('Find or do anything')).toHaveTextContent('2 of 3');
  await userEvent.click(screen.getByRole('button', { name: 'Next' }));
  await stop('What waits for you');
  await userEvent.click(screen.getByRole('button', { name: 'Done' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await waitFor(() => expect(screen.getByRole('heading', { name: 'Impediments' })).toHaveFocus());
});

test('on an empty board there is no stop at a card', async () => {
  show(<EmptyBoard />);
  await take();
  expect(await stop('Find or do anything')).toHaveTextContent('Impediments, people and teams');
});

test('Escape leaves it, what it pointed at is as before, and it can be taken again from the palette', async () => {
  show();
  await take();
  await stop('One card, one impediment');
  await userEvent.click(screen.getByRole('button', { name: 'Next' }));
  await stop('Find or do anything');
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(screen.getByRole('button', { name: 'Find' })).toHaveAttribute('aria-haspopup', 'dialog');
  expect(screen.getByRole('button', { name: 'Find' })).not.toHaveAttribute('aria-expanded');
  expect(screen.getByText('A card')).not.toHaveAttribute('aria-haspopup');
  act(() =>
    presentCommands()
      .find(({ id }) => id === 'tour')
      ?.run(),
  );
  await stop('One card, one impediment');
});

test('begun on another screen it leads to the board; left with the board it is over', async () => {
  const { address } = show(<Board />, '/people');
  await screen.findByRole('heading', { name: 'People' });
  act(() =>
    presentCommands()
      .find(({ id }) => id === 'tour')
      ?.run(),
  );
  await stop('One card, one impediment');
  expect(address()).toBe('/impediments');
  act(() => screen.getByText('Leave').click());
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(address()).toBe('/people');
});

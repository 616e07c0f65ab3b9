import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Dialog } from '@chapterhouse/ui/dialog';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { Outlet, type RouteObject, useLocation, useNavigate } from 'react-router';
import type { SearchQuery } from '../../generated/graphql';
import { PageTitle } from '../page/page-title';
import { setSingleKeys } from '../shortcuts/shortcut-registry';
import { useShortcut } from '../shortcuts/use-shortcut';
import { useShortcutKeys } from '../shortcuts/use-shortcut-keys';
import { always } from '../testing/always';
import { refused, viewer } from '../testing/answers';
import { renderScreen } from '../testing/render-screen';
import { lastingSession, signedIn } from '../testing/signed-in';
import { CommandPalette } from './command-palette';
import { PaletteButton } from './palette-button';
import { setPalette } from './palette-state';
import { SEARCH } from './search.operations';
import { useCommand } from './use-command';
import { useRecentPlaces } from './use-recent-places';

type Hit = SearchQuery['search'][number];

const hit = (facts: Partial<Hit> & Pick<Hit, 'kind' | 'id' | 'title'>): Hit => ({
  __typename: 'SearchHit',
  key: null,
  detail: '',
  isGuess: false,
  ...facts,
});

const CRANE = hit({
  kind: 'IMPEDIMENT',
  id: 'Impediment_1',
  key: 'IMP-7',
  title: 'The crane stands',
  detail: 'Raised',
});
const CREW = hit({ kind: 'TEAM', id: 'Team_1', title: 'Crane crew', detail: 'Harbour' });
const VIEW = hit({
  kind: 'VIEW',
  id: 'SavedView_1',
  key: '/impediments?overdue',
  title: 'Cranes',
  detail: 'Saved view',
});

beforeEach(() => {
  localStorage.clear();
  invite.mockReset();
});
afterEach(() => {
  act(() => {
    setPalette(false);
    setSingleKeys(true);
  });
});

const resolve = jest.fn();
const archive = jest.fn();
const invite = jest.fn();

/** A shell with one field, one key, one place to go and two commands, of which one is not legal. */
function Shell() {
  const navigate = useNavigate();
  useCommand({ id: 'go:/inbox', label: 'Inbox', group: 'go', run: () => void navigate('/inbox') });
  useShortcutKeys(() => {});
  useRecentPlaces();
  useShortcut({ key: 'r', label: 'Resolve the impediment', run: resolve });
  useCommand({ id: 'archive', label: 'Archive', group: 'here', when: false, run: archive });
  useCommand({ id: 'invite', label: 'Invite somebody', group: 'create', keywords: 'person account', run: invite });
  return (
    <>
      <PaletteButton />
      <input aria-label="Comment" />
      <Outlet />
      <CommandPalette />
    </>
  );
}

function Titled() {
  const name = useLocation().pathname.split('/').at(-1);
  return <PageTitle title={`${name} The crane stands`} />;
}

const routes: RouteObject[] = signedIn([
  {
    element: <Shell />,
    children: [
      { index: true, element: <Titled /> },
      { path: '*', element: <Titled /> },
    ],
  },
]);

const answering = (...hits: Hit[]) => always(SEARCH)(() => ({ search: hits }));

function show(found = answering().answer, at = '/') {
  return renderScreen(routes, at, [lastingSession(viewer()), found]);
}

async function openPalette() {
  await userEvent.keyboard('{Control>}k{/Control}');
  return screen.findByRole('combobox', { name: 'Find or do something' });
}

const options = () => screen.queryAllByRole('option').map((option) => option.textContent);

// The first one here: only then is the code of the palette still on its way.
test('Enter typed before the field was there runs what the words find first', async () => {
  show();
  await screen.findByRole('textbox', { name: 'Comment' });
  act(() => {
    setPalette(true);
  });
  const keys = ['a', 'c', 'c', 'o', 'Enter'];
  for (const key of keys)
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  await waitFor(() => expect(invite).toHaveBeenCalledTimes(1));
  expect(screen.queryByRole('combobox')).toBeNull();
});

test('Ctrl+K opens it out of a field, Escape closes it and the caret is where it was; Ctrl+K closes it, too', async () => {
  show();
  const comment = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Comment' });
  await userEvent.type(comment, 'some words');
  comment.setSelectionRange(4, 4);
  const field = await openPalette();
  await waitFor(() => expect(field).toHaveFocus());
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(comment).toHaveFocus());
  expect([comment.value, comment.selectionStart, comment.selectionEnd]).toEqual(['some words', 4, 4]);
  await openPalette();
  await userEvent.keyboard('{Control>}k{/Control}');
  await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull());
});

test('not over a question that is open, and not with more keys than its own', async () => {
  function Asked() {
    const [open, setOpen] = useState(true);
    return (
      <Dialog open={open} onOpenChange={setOpen} title="Really?">
        <input aria-label="Why" />
      </Dialog>
    );
  }
  renderScreen(
    signedIn([
      {
        path: '/',
        element: (
          <>
            <Shell />
            <Asked />
          </>
        ),
      },
    ]),
    '/',
    [lastingSession(viewer())],
  );
  await screen.findByRole('dialog', { name: 'Really?' });
  await userEvent.keyboard('{Control>}k{/Control}');
  expect(screen.queryByRole('combobox')).toBeNull();
  await userEvent.keyboard('{Escape}');
  await userEvent.keyboard('{Control>}{Shift>}k{/Shift}{/Control}{Control>}{Alt>}k{/Alt}{/Control}k');
  expect(screen.queryByRole('combobox')).toBeNull();
});

test('lists what is legal now: keys with their key, commands, and what is not legal is not there', async () => {
  show();
  await screen.findByRole('textbox', { name: 'Comment' });
  await userEvent.click(screen.getByRole('button', { name: 'Find or do something' }));
  await screen.findByRole('combobox');
  expect(options()).toEqual(['Resolve the impedimentr', 'Invite somebody', 'Inbox', 'Show these keys?']);
  expect(screen.getByRole('option', { name: 'Resolve the impediment' })).toHaveAttribute('aria-keyshortcuts', 'r');
  expect(within(screen.getByRole('group', { name: 'On this screen' })).getAllByRole('option')).toHaveLength(1);
});

test('words and more words find a command; Enter runs it after the focus is back', async () => {
  show();
  const comment = await screen.findByRole('textbox', { name: 'Comment' });
  comment.focus();
  invite.mockImplementation(() => expect(comment).toHaveFocus());
  await openPalette();
  await userEvent.keyboard('acco');
  expect(options()).toEqual(['Invite somebody']);
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(invite).toHaveBeenCalledTimes(1));
  expect(screen.queryByRole('combobox')).toBeNull();
  expect(archive).not.toHaveBeenCalled();
});

test('a key that is turned off is still a command, without the key', async () => {
  show();
  await screen.findByRole('textbox', { name: 'Comment' });
  act(() => setSingleKeys(false));
  await openPalette();
  await userEvent.click(screen.getByRole('option', { name: 'Resolve the impediment' }));
  await waitFor(() => expect(resolve).toHaveBeenCalledTimes(1));
});

test('the server is asked once for a pause in typing, and what it found opens', async () => {
  const found = answering(CRANE, CREW, VIEW);
  const { address } = show(found.answer);
  await screen.findByRole('textbox', { name: 'Comment' });
  await openPalette();
  await userEvent.keyboard('crane');
  expect(await screen.findByText('Looking for “crane” …')).toBeInTheDocument();
  expect(await screen.findByRole('option', { name: /IMP-7 The crane stands/ })).toHaveTextContent('Raised');
  expect(found.variables).toEqual([{ text: 'crane' }]);
  expect(screen.getByText('3 found.')).toBeInTheDocument();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  await waitFor(() => expect(address()).toBe('/impediments?overdue'));
});

test('an impediment opens beside the board that is there, with its filter', async () => {
  const { address } = show(answering(CRANE, CREW).answer, '/impediments?mine=');
  await screen.findByRole('textbox', { name: 'Comment' });
  await openPalette();
  await userEvent.keyboard('crane');
  await screen.findByRole('option', { name: /IMP-7/ });
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(address()).toBe('/impediments/IMP-7?mine='));
});

// On its own: both in one took most of a test's five seconds where others used the processors.
test('a team opens on its page', async () => {
  const { address } = show(answering(CRANE, CREW).answer, '/impediments?mine=');
  await screen.findByRole('textbox', { name: 'Comment' });
  await openPalette();
  await userEvent.keyboard('crane');
  await userEvent.click(await screen.findByRole('option', { name: /Crane crew/ }));
  await waitFor(() => expect(address()).toBe('/teams/Team_1'));
});

test('a key leads there at once, before any answer', async () => {
  const { address } = show({ ...answering().answer, delay: 60_000 });
  await screen.findByRole('textbox', { name: 'Comment' });
  await openPalette();
  await userEvent.keyboard('imp 12');
  expect(options()).toEqual(['Open IMP-12']);
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(address()).toBe('/impediments/IMP-12'));
  await openPalette();
  await userEvent.keyboard('d7');
  expect(options()).toEqual(['Open D-7']);
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(address()).toBe('/decisions/D-7'));
});

test('nothing found says what finds something', async () => {
  show();
  await screen.findByRole('textbox', { name: 'Comment' });
  await openPalette();
  await userEvent.keyboard('zebra');
  expect(await screen.findByText(/^Nothing found for “zebra”/)).toBeVisible();
});

test('a refused search says so, can be tried again, and keeps the commands that fit', async () => {
  show(refused(SEARCH, { text: 'invite' }, 'RATE_LIMITED', { retryAfterSeconds: 5 }));
  await screen.findByRole('textbox', { name: 'Comment' });
  await openPalette();
  await userEvent.keyboard('invite');
  expect(await screen.findByRole('alert')).toHaveTextContent('Too many attempts.');
  expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  expect(options()).toEqual(['Invite somebody']);
});

test('recent: where this person was, once each, without the present page, what is listed anyway, or anybody else’s', async () => {
  localStorage.setItem(
    'chapterhouse.recent.organization-1.person-2',
    JSON.stringify([{ address: '/people/secret', title: 'Somebody' }]),
  );
  const { address } = show(answering().answer, '/impediments/list/IMP-7');
  await screen.findByRole('textbox', { name: 'Comment' });
  await openPalette();
  expect(screen.queryByRole('group', { name: 'Recent' })).toBeNull();
  await userEvent.keyboard('imp-3{Enter}');
  await waitFor(() => expect(address()).toBe('/impediments/list/IMP-3'));
  await openPalette();
  await userEvent.keyboard('inbox{Enter}');
  await waitFor(() => expect(address()).toBe('/inbox'));
  await openPalette();
  await userEvent.keyboard('imp-3{Enter}');
  await waitFor(() => expect(address()).toBe('/impediments/IMP-3'));
  await openPalette();
  const recent = within(screen.getByRole('group', { name: 'Recent' }));
  expect(recent.getAllByRole('option').map((option) => option.textContent)).toEqual(['IMP-7 The crane stands']);
  await userEvent.click(recent.getByRole('option'));
  await waitFor(() => expect(address()).toBe('/impediments/IMP-7'));
});

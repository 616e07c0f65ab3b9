import '../../../platform/testing/disk-in-memory';
import { afterEach, expect, test } from '@jest/globals';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ImpedimentCommentFieldsFragment } from '../../../generated/graphql';
import { markReachable, markUnreachable } from '../../../platform/offline/connection';
import { dropEdit, waitingEdits } from '../../../platform/offline/outbox';
import { RESOLVE_IMPEDIMENT } from '../impediment-moves/moves.operations';
import { IMPEDIMENT_BY_KEY } from '../impediments.operations';
import { IMPEDIMENT_BOARD } from '../live-board/live-board.operations';
import { comment, commentsOf, MAY_CHANGE } from '../testing/comment-facts';
import { ALL, ANA, boardOf, card, detail } from '../testing/impediment-facts';
import { on, type Refused, renderImpediments } from '../testing/render-impediments';
import { COMMENT_ON_IMPEDIMENT } from './comments.operations';
import { EDIT_IMPEDIMENT, IMPEDIMENT_DETAIL } from './detail.operations';

const server = {
  away: false,
  title: 'Old title',
  version: 1,
  nodes: [] as readonly ImpedimentCommentFieldsFragment[],
  refusal: null as Refused | null,
};
const facts = () => ({ title: server.title, version: server.version, viewerCan: ALL, state: 'IN_PROGRESS' as const });
const reached = () => {
  if (server.away) throw new TypeError('Failed to fetch');
};
const detailNow = () => detail(1, { ...facts(), comments: commentsOf(server.nodes) });

function open(at: string) {
  return renderImpediments(at, [
    on(IMPEDIMENT_BOARD, () => boardOf(card(1, facts()))),
    on(IMPEDIMENT_DETAIL, () => {
      reached();
      return { impediment: detailNow() };
    }),
    on(IMPEDIMENT_BY_KEY, () => ({ impediment: detailNow() })),
    on(COMMENT_ON_IMPEDIMENT, ({ body }) => {
      reached();
      if (server.refusal) return server.refusal;
      const said = comment(server.nodes.length + 1, { author: ANA, viewerCan: MAY_CHANGE, body });
      server.nodes = [...server.nodes, said];
      return { impediment: { ...card(1, facts()), comments: commentsOf(server.nodes) } };
    }),
    on(EDIT_IMPEDIMENT, ({ input }) => {
      reached();
      if (server.refusal) return server.refusal;
      server.title = input.title ?? server.title;
      server.version += 1;
      return { impediment: detailNow() };
    }),
    on(RESOLVE_IMPEDIMENT, () => {
      reached();
      return server.refusal ?? { impediment: { ...card(1, facts()), viewerUndo: null } };
    }),
  ]);
}

const section = () => screen.findByRole('region', { name: /^Comments/ });
const field = async () => within(await section()).findByRole('textbox', { name: 'Comment' });
const inList = async () => [...(await section()).querySelectorAll('.comment')].map((one) => one.textContent ?? '');
const leave = () =>
  act(async () => {
    server.away = true;
    markUnreachable();
  });
const comeBack = () =>
  act(async () => {
    server.away = false;
    markReachable();
  });

afterEach(async () => {
  // Before anything else: what waits in the outbox of one test must not be sent in the next.
  for (const { key } of waitingEdits()) await dropEdit(key);
  cleanup();
  await comeBack();
  Object.assign(server, { away: false, title: 'Old title', version: 1, nodes: [], refusal: null });
  localStorage.clear();
});

test('without a connection comments wait in the list, one after another, and the box is free; each is posted once', async () => {
  const { asked } = open('/impediments/IMP-1/page');
  await userEvent.type(await field(), 'First');
  await leave();
  await userEvent.type(await field(), '{Control>}{Enter}{/Control}');
  await waitFor(async () => expect(await field()).toHaveValue(''));
  await userEvent.type(await field(), 'Second{Control>}{Enter}{/Control}');
  await waitFor(async () => expect(await field()).toHaveValue(''));
  const [first, second] = await inList();
  expect(first).toMatch(/First.*Waits for the connection/);
  expect(second).toMatch(/Second.*Waits for the connection/);
  expect(screen.queryByText(/Your text from/)).not.toBeInTheDocument();
  expect(Object.keys(localStorage).filter((key) => key.includes('comment:'))).toEqual([]);
  await comeBack();
  await waitFor(() => expect(asked(COMMENT_ON_IMPEDIMENT).map(({ body }) => body)).toEqual(['First', 'Second']));
  await waitFor(async () => expect((await inList()).join()).not.toMatch(/Waits/));
  expect(await inList()).toHaveLength(2);
});

test('a waiting comment is taken back into the box', async () => {
  open('/impediments/IMP-1/page');
  await userEvent.type(await field(), 'First');
  await leave();
  await userEvent.type(await field(), '{Control>}{Enter}{/Control}');
  await userEvent.click(await screen.findByRole('button', { name: 'Take it back' }));
  expect(await field()).toHaveValue('First');
  expect(waitingEdits()).toEqual([]);
});

test('a comment that is refused when it is sent stays where it stood, with its words', async () => {
  open('/impediments/IMP-1/page');
  await userEvent.type(await field(), 'First');
  await leave();
  await userEvent.type(await field(), '{Control>}{Enter}{/Control}');
  server.refusal = { code: 'FORBIDDEN', details: {} };
  await comeBack();
  await waitFor(async () => expect((await inList())[0]).toMatch(/First.*Not saved/));
  await userEvent.click(screen.getByRole('button', { name: 'Go on writing' }));
  expect(await field()).toHaveValue('First');
});

async function editTitle(words: string) {
  await userEvent.click(await screen.findByRole('button', { name: 'Edit title' }));
  const title = screen.getByRole('textbox', { name: 'title' });
  await userEvent.clear(title);
  await userEvent.type(title, words);
  await leave();
  await userEvent.keyboard('{Enter}');
  expect(await screen.findByText('Waits for the connection.')).toBeVisible();
  expect(screen.queryByRole('textbox', { name: 'title' })).not.toBeInTheDocument();
  expect(screen.getByText(words)).toBeVisible();
}

test('an edit in place says that it waits, and is there once it is sent', async () => {
  open('/impediments/IMP-1/page');
  await editTitle('New title');
  await comeBack();
  expect(await screen.findByRole('heading', { name: 'New title' })).toBeVisible();
  expect(screen.queryByText('Waits for the connection.')).not.toBeInTheDocument();
  expect(Object.keys(localStorage).filter((key) => key.includes('title:'))).toEqual([]);
});

test('an edit in place that comes too late opens again, beside what somebody else wrote', async () => {
  open('/impediments/IMP-1/page');
  await editTitle('Mine');
  Object.assign(server, { title: 'Theirs', version: 7, refusal: { code: 'CONFLICT', details: { currentVersion: 7 } } });
  await comeBack();
  expect(await screen.findByRole('textbox', { name: 'title' })).toHaveValue('Mine');
  expect(screen.getByText(/It says now: “Theirs”/)).toBeVisible();
  expect(waitingEdits()).toEqual([]);
});

test('words of a move are let go by their dialog; refused, they are in it again', async () => {
  open('/impediments/IMP-1/page');
  const resolve = () => screen.findByRole('button', { name: 'Resolve' });
  await userEvent.click(await resolve());
  await userEvent.type(await screen.findByLabelText('What removed it?'), 'A new crane');
  await leave();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(await screen.findAllByText('IMP-1: your change waits for the connection.')).not.toHaveLength(0);
  server.refusal = { code: 'CONFLICT', details: { currentVersion: 7 } };
  await comeBack();
  await waitFor(() => expect(waitingEdits()[0]?.refusal).toBeDefined());
  await userEvent.click(await resolve());
  expect(await screen.findByLabelText('What removed it?')).toHaveValue('A new crane');
});

test('one that was never opened says what the board knows, and the rest comes with the connection', async () => {
  server.away = true;
  open('/impediments/IMP-1');
  expect(await screen.findByText(/what the board knows of it/)).toBeVisible();
  expect(screen.getByRole('heading', { name: 'Old title' })).toBeVisible();
  expect(screen.queryByText(/did not answer/)).not.toBeInTheDocument();
  await leave();
  await comeBack();
  expect(await field()).toBeVisible();
});

import { afterEach, expect, test } from '@jest/globals';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ImpedimentCommentFieldsFragment, MoreImpedimentCommentsQuery } from '../../../generated/graphql';
import { tellChange } from '../impediment-changes';
import { IMPEDIMENT_BOARD } from '../live-board/live-board.operations';
import { comment, commentsOf, MAY_CHANGE } from '../testing/comment-facts';
import { ALL, ANA, boardOf, card, detail } from '../testing/impediment-facts';
import { on, type Refused, renderImpediments } from '../testing/render-impediments';
import { COMMENT_ON_IMPEDIMENT, EDIT_COMMENT, REMOVE_COMMENT } from './comments.operations';
import { IMPEDIMENT_DETAIL, MORE_COMMENTS } from './detail.operations';

type Node = ImpedimentCommentFieldsFragment;
const MINE = { author: ANA, viewerCan: MAY_CHANGE };

type Server = {
  nodes: readonly Node[];
  viewerCan?: string[];
  /** Refuses the first ones. */
  refusals?: Refused[];
};

/** An impediment with these comments, on a server that keeps what is said to it. */
function open({ nodes, viewerCan = ALL, refusals = [] }: Server) {
  const server = { nodes: [...nodes], refusals: [...refusals] };
  const rendered = renderImpediments('/impediments/IMP-1/page', [
    on(IMPEDIMENT_BOARD, () => boardOf(card(1, { viewerCan }))),
    on(IMPEDIMENT_DETAIL, () => ({ impediment: detail(1, { viewerCan, comments: commentsOf(server.nodes) }) })),
    on(COMMENT_ON_IMPEDIMENT, ({ body, after }) => {
      const refusal = server.refusals.shift();
      if (refusal) return refusal;
      const from = server.nodes.findIndex(({ id }) => id === after) + 1;
      server.nodes.push(comment(server.nodes.length + 1, { ...MINE, body, at: new Date().toISOString() }));
      return { impediment: { ...card(1), comments: commentsOf(server.nodes.slice(from)) } };
    }),
    on(EDIT_COMMENT, ({ id, body, version }) => {
      const refusal = server.refusals.shift();
      if (refusal) return refusal;
      const before = server.nodes.find((node) => node.id === id) ?? comment(1);
      const edited = { ...before, body, version: version + 1, editedAt: new Date(Date.now() - 330_000).toISOString() };
      server.nodes = server.nodes.map((node) => (node.id === id ? edited : node));
      return { comment: edited };
    }),
    on(REMOVE_COMMENT, ({ id }) => {
      const refusal = server.refusals.shift();
      if (refusal) return refusal;
      server.nodes = server.nodes.filter((node) => node.id !== id);
      return { impediment: card(1) };
    }),
  ]);
  return { ...rendered, server };
}

/** The first screen loads its code: that takes a while. */
const section = () => screen.findByRole('region', { name: /^Comments/ });
const field = async () => within(await section()).findByRole('textbox', { name: 'Comment' });
const said = async () => [...(await section()).querySelectorAll('.comment .markdown')].map((one) => one.textContent);
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const change = () => act(async () => tellChange('impediment-1'));
const conflict = (version: number, body: string): Refused => ({
  code: 'CONFLICT',
  details: { currentVersion: version, current: { body, version } },
});

afterEach(() => localStorage.clear());

test('a comment is sent with Ctrl+Enter and is there with the reply; a refused one stays', async () => {
  const { asked } = open({
    nodes: [comment(1)],
    refusals: [{ code: 'RATE_LIMITED', details: { retryAfterSeconds: 2 } }],
  });
  await userEvent.type(await field(), 'Ask the vendor{Control>}{Enter}{/Control}');
  expect(await screen.findByText('Too many attempts.')).toBeVisible();
  expect(await field()).toHaveValue('Ask the vendor');
  await userEvent.type(await field(), '{Control>}{Enter}{/Control}');
  await waitFor(async () => expect(await field()).toHaveValue(''));
  expect(asked(COMMENT_ON_IMPEDIMENT).map(({ body, after }) => [body, after])).toEqual([
    ['Ask the vendor', 'comment-1'],
    ['Ask the vendor', 'comment-1'],
  ]);
  await waitFor(async () => expect(await said()).toEqual(['Comment 1', 'Ask the vendor']));
  expect(screen.getByText('Your comment is there.')).toBeInTheDocument();
});

test('a half comment outlives a closed tab and can be discarded', async () => {
  open({ nodes: [] });
  await userEvent.type(await field(), 'Half a thought');
  cleanup();
  open({ nodes: [] });
  expect(await field()).toHaveValue('Half a thought');
  expect(within(await section()).getByRole('note')).toHaveTextContent(/Your text from .* is back/);
  await press('Discard');
  expect(await field()).toHaveValue('');
});

test('a quotation names who said it, tells nobody anew, and goes behind what was typed', async () => {
  open({
    nodes: [comment(1, { body: 'Ask [@Ana](person:Person_0b9fd1a0-1111-4222-8333-0123456789ab)\n\nor *Ben*' })],
  });
  await userEvent.type(await field(), 'As Rowan says:');
  await press('Quote Rowan Squall');
  const quoted = 'As Rowan says:\n\n> **Rowan Squall** said:\n>\n> Ask @Ana\n>\n> or *Ben*\n\n';
  expect(await field()).toHaveValue(quoted);
  await waitFor(async () => expect(await field()).toHaveFocus());
  await userEvent.keyboard('So do I');
  expect(await field()).toHaveValue(`${quoted}So do I`);
});

test('who may not comment is not offered to quote; others’ comments are not theirs to change', async () => {
  open({ nodes: [comment(1)], viewerCan: [] });
  expect(await said()).toEqual(['Comment 1']);
  expect(within(await section()).queryByRole('textbox')).not.toBeInTheDocument();
  expect(within(await section()).queryByRole('button')).not.toBeInTheDocument();
});

async function editOwn(words: string) {
  await within(await section()).findByText('Comment 1');
  await press('Edit your comment');
  const area = screen.getByRole('textbox', { name: 'Your comment' });
  expect(area).toHaveFocus();
  await userEvent.clear(area);
  await userEvent.type(area, words);
  return area;
}

test('its author edits a comment where it stands, and others see that and when', async () => {
  const { asked } = open({ nodes: [comment(1, MINE)] });
  await editOwn('Better{Control>}{Enter}{/Control}');
  await waitFor(async () => expect(await said()).toEqual(['Better']));
  expect(asked(EDIT_COMMENT)).toEqual([expect.objectContaining({ id: 'comment-1', version: 1, body: 'Better' })]);
  expect(await section()).toHaveTextContent(/· edited 5 minutes ago/);
  await waitFor(() => expect(screen.getByRole('button', { name: 'Edit your comment' })).toHaveFocus());
});

test('Escape lets an edit go, with a way back', async () => {
  open({ nodes: [comment(1, MINE)] });
  await editOwn('Better{Escape}');
  expect(await said()).toEqual(['Comment 1']);
  await press('Put them back');
  expect(screen.getByRole('textbox', { name: 'Your comment' })).toHaveValue('Better');
});

test('a half edit opens by itself after the tab was closed', async () => {
  open({ nodes: [comment(1, MINE)] });
  await editOwn('Better');
  cleanup();
  open({ nodes: [comment(1, MINE)] });
  expect(await screen.findByRole('textbox', { name: 'Your comment' })).toHaveValue('Better');
});

test('two edits at once: both texts are there, and saving again replaces the other', async () => {
  // The reply is all that this tab has heard of it so far.
  const { asked } = open({ nodes: [comment(1, MINE)], refusals: [conflict(2, 'Of my other tab')] });
  const area = await editOwn('Mine');
  await userEvent.type(area, '{Control>}{Enter}{/Control}');
  expect(await screen.findByText(/It says now: “Of my other tab”/)).toBeVisible();
  expect(area).toHaveValue('Mine');
  await press('Save Ctrl ↵');
  await waitFor(async () => expect(await said()).toEqual(['Mine']));
  expect(asked(EDIT_COMMENT).map(({ version }) => version)).toEqual([1, 2]);
});

test('a comment that is removed under one’s hands leaves the words for a new one', async () => {
  const { server } = open({ nodes: [comment(1, MINE), comment(2)] });
  await editOwn('Half a sentence');
  server.nodes = [comment(2)];
  await change();
  expect(await screen.findByText('This comment was removed meanwhile.')).toBeVisible();
  await press('Into a new comment');
  await waitFor(async () => expect(await field()).toHaveValue('Half a sentence\n\n'));
  expect(await said()).toEqual(['Comment 2']);
});

test('removing asks first, and says what it means; focus goes on to the next one', async () => {
  const { asked } = open({ nodes: [comment(1, MINE), comment(2)] });
  expect(await said()).toEqual(['Comment 1', 'Comment 2']);
  await press('Remove your comment');
  const dialog = await screen.findByRole('dialog', { name: 'Remove your comment?' });
  expect(dialog).toHaveTextContent('it cannot be put back');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Keep it' }));
  expect(asked(REMOVE_COMMENT)).toEqual([]);
  await press('Remove your comment');
  await userEvent.click(await screen.findByRole('button', { name: 'Remove' }));
  await waitFor(async () => expect(await said()).toEqual(['Comment 2']));
  expect(asked(REMOVE_COMMENT)).toEqual([expect.objectContaining({ id: 'comment-1', version: 1 })]);
  await waitFor(() => expect(document.activeElement).toHaveAttribute('data-comment', 'comment-2'));
});

test('a comment that was edited meanwhile is shown as it is now before it is removed', async () => {
  const { asked } = open({ nodes: [comment(1, MINE)], refusals: [conflict(3, 'Quite different')] });
  expect(await said()).toEqual(['Comment 1']);
  await press('Remove your comment');
  await userEvent.click(await screen.findByRole('button', { name: 'Remove' }));
  expect(await screen.findByText(/It says now: “Quite different”/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
  await waitFor(async () => expect(await said()).toEqual([]));
  expect(asked(REMOVE_COMMENT).map(({ version }) => version)).toEqual([1, 3]);
});

test('somebody else’s comment arrives without touching what is typed, and is announced', async () => {
  const { server } = open({ nodes: [comment(1)] });
  await userEvent.type(await field(), 'I am typ');
  server.nodes.push(comment(2, { at: new Date(Date.now() + 1_000).toISOString() }));
  await change();
  await waitFor(async () => expect(await said()).toEqual(['Comment 1', 'Comment 2']));
  expect(await field()).toHaveValue('I am typ');
  expect(await field()).toHaveFocus();
  expect(screen.getByText('Rowan Squall commented.')).toBeInTheDocument();
});

test('what was loaded of a long conversation stays when something changes', async () => {
  const many = Array.from({ length: 60 }, (_, index) => comment(index + 1));
  const pageInfo = { __typename: 'PageInfo' as const, hasNextPage: true, endCursor: 'comment-50' };
  renderImpediments('/impediments/IMP-1/page', [
    on(IMPEDIMENT_BOARD, () => boardOf(card(1))),
    on(IMPEDIMENT_DETAIL, () => ({
      impediment: detail(1, { comments: commentsOf(many.slice(0, 50), { totalCount: many.length, pageInfo }) }),
    })),
    on(MORE_COMMENTS, (): Omit<MoreImpedimentCommentsQuery, '__typename'> => ({
      impediment: {
        __typename: 'Impediment',
        id: 'impediment-1',
        comments: commentsOf(many.slice(50), { totalCount: many.length }),
      },
    })),
  ]);
  await within(await section()).findByText('Comment 50');
  await press('Show later comments');
  await within(await section()).findByText('Comment 60');
  many.push(comment(61));
  await change();
  expect(await within(await section()).findByRole('button', { name: 'Show later comments' })).toBeVisible();
  expect(await said()).toHaveLength(60);
});

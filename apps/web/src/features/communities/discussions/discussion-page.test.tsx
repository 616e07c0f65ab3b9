import { expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DiscussionPartsFragment } from '../../../generated/graphql';
import { always } from '../../../platform/testing/always';
import { JOIN_COMMUNITY } from '../community/community.operations';
import { communityLine, discussion, reply } from '../testing/community-facts';
import { renderCommunities } from '../testing/render-communities';
import {
  CLOSE_DISCUSSION,
  DISCUSSION,
  EDIT_DISCUSSION_REPLY,
  REMOVE_DISCUSSION_REPLY,
  REPLY_TO_DISCUSSION,
} from './discussions.operations';

/** A discussion that follows what is done to it. */
function open(begun: Partial<DiscussionPartsFragment> = {}) {
  let now = discussion(begun);
  const become = (changes: Partial<DiscussionPartsFragment>) => ({ discussion: (now = { ...now, ...changes }) });
  const answered = always(REPLY_TO_DISCUSSION)(({ body }) =>
    become({ replies: [...now.replies, reply({ id: 'DiscussionReply_2', body })] }),
  );
  const edited = always(EDIT_DISCUSSION_REPLY)(({ body }) => become({ replies: [reply({ body, version: 2 })] }));
  const removed = always(REMOVE_DISCUSSION_REPLY)(() => become({ replies: [] }));
  const closed = always(CLOSE_DISCUSSION)(() => become({ closed: true, viewerCan: [] }));
  const joined = always(JOIN_COMMUNITY)(() => ({ community: communityLine({ viewerIsMember: true }) }));
  const shown = always(DISCUSSION)(() => ({ discussion: now }));
  renderCommunities(
    '/discussions/Discussion_1',
    [shown, answered, edited, removed, closed, joined].map(({ answer }) => answer),
  );
  return { answered, edited, removed, closed, joined };
}

test('a reply is sent by Ctrl and Enter, and the field is free again', async () => {
  const { answered } = open();
  const field = await screen.findByRole('textbox', { name: 'Reply' });
  await userEvent.type(field, 'Ours, too.{Control>}{Enter}{/Control}');
  expect(await screen.findByText('Ours, too.')).toBeVisible();
  await waitFor(() => expect(field).toHaveValue(''));
  expect(answered.variables).toHaveLength(1);
});

test('who wrote a reply changes it where it stands, and removes it', async () => {
  const { edited, removed } = open();
  await userEvent.click(await screen.findByRole('button', { name: 'Edit your reply' }));
  const field = screen.getAllByRole('textbox', { name: 'Reply' })[0];
  if (!field) throw new Error('no field');
  await userEvent.clear(field);
  await userEvent.type(field, 'We name it.');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(edited.variables[0]).toMatchObject({ version: 1, body: 'We name it.' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Remove your reply' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Remove your reply?' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Remove' }));
  await waitFor(() => expect(removed.variables).toHaveLength(1));
  await waitFor(() => expect(screen.queryByText('We name it.')).not.toBeInTheDocument());
});

test('closed, it says that nothing is added any more', async () => {
  open({ viewerCan: ['discussion:reply', 'discussion:close'] });
  await userEvent.click(await screen.findByRole('button', { name: 'Close it' }));
  expect(await screen.findByText('The discussion is closed: nothing is added any more.')).toBeVisible();
  expect(screen.queryByRole('textbox', { name: 'Reply' })).not.toBeInTheDocument();
});

test('whoever is no member is offered to join', async () => {
  const { joined } = open({
    viewerCan: [],
    community: {
      __typename: 'Community',
      id: 'Community_1',
      name: 'Testing',
      viewerIsMember: false,
      viewerCan: ['community:join'],
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Join Testing' }));
  expect(await screen.findByText('You are in Testing.')).toBeVisible();
  expect(joined.variables[0]).toMatchObject({ id: 'Community_1' });
});

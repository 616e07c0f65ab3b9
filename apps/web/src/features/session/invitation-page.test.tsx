import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answer, refused, session, viewer } from '../../platform/testing/answers';
import { elsewhere, renderScreen } from '../../platform/testing/render-screen';
import { entranceRoutes } from './routes';
import { ACCEPT_INVITATION, INVITATION_PREVIEW } from './session.operations';

const token = 'secret-token';
const email = 'nadia@harbour.example';
const password = 'a long enough secret';
const preview = answer(
  INVITATION_PREVIEW,
  { token },
  {
    invitationPreview: {
      __typename: 'InvitationPreview',
      organizationName: 'Harbour',
      personName: 'Nadia Haddad',
      email,
    },
  },
);

test.each([`/invitations#${token}`, `/invitations/${token}`])('accepting %s ends inside', async (link) => {
  const { address } = renderScreen(entranceRoutes, link, [
    session(null),
    preview,
    answer(
      ACCEPT_INVITATION,
      { input: { token, email, password } },
      { acceptInvitation: { __typename: 'SignedIn', viewer: { __typename: 'Viewer', id: 'v' } } },
    ),
    session(viewer()),
    preview,
  ]);
  expect(await screen.findByRole('heading', { name: 'Welcome, Nadia Haddad' })).toBeVisible();
  expect(screen.getByLabelText('E-mail')).toHaveValue(email);
  await userEvent.type(screen.getByLabelText('New password'), password);
  await userEvent.click(screen.getByRole('button', { name: 'Accept the invitation' }));
  await elsewhere();
  expect(address()).toBe('/');
});

test('an unusable invitation asks for a new one', async () => {
  renderScreen(entranceRoutes, `/invitations#${token}`, [
    session(null),
    refused(INVITATION_PREVIEW, { token }, 'INVITATION_UNUSABLE'),
  ]);
  expect(await screen.findByRole('alert')).toHaveTextContent('Ask for a new one.');
});

test('a link without its secret says so without asking the server', async () => {
  renderScreen(entranceRoutes, '/invitations', [session(null)]);
  expect(await screen.findByRole('alert')).toHaveTextContent('This link is not complete.');
});

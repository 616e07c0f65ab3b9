import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answer, refused, session, viewer } from '../../platform/testing/answers';
import { elsewhere, renderScreen } from '../../platform/testing/render-screen';
import { entranceRoutes } from './routes';
import { SIGN_IN } from './session.operations';

const input = { email: 'ana@harbour.example', password: 'a long enough secret' };

async function fillIn() {
  await userEvent.type(await screen.findByLabelText('E-mail'), ` ${input.email}`);
  await userEvent.type(screen.getByLabelText('Password'), input.password);
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
}

test('a wrong password says so and keeps what was typed; the right one goes to the return address', async () => {
  const { address } = renderScreen(entranceRoutes, '/sign-in?return=%2Fimpediments%2FIMP-7%3Fq%3D1', [
    session(null),
    refused(SIGN_IN, { input }, 'WRONG_CREDENTIALS'),
    answer(
      SIGN_IN,
      { input },
      { signIn: { __typename: 'SignedIn', viewer: { __typename: 'Viewer', id: 'viewer-1' } } },
    ),
    session(viewer()),
  ]);
  await fillIn();
  expect(await screen.findByRole('alert')).toHaveTextContent('E-mail and password do not fit together.');
  expect(screen.getByLabelText('E-mail')).toHaveValue(input.email);
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  await elsewhere();
  expect(address()).toBe('/impediments/IMP-7?q=1');
});

test('the limit of attempts says how long to wait', async () => {
  renderScreen(entranceRoutes, '/sign-in', [
    session(null),
    refused(SIGN_IN, { input }, 'RATE_LIMITED', { retryAfterSeconds: 300 }),
  ]);
  await fillIn();
  expect(await screen.findByRole('alert')).toHaveTextContent('Wait 5 minutes, then try again.');
});

test('the demo is offered only where it exists', async () => {
  renderScreen(entranceRoutes, '/sign-in', [session(null, { demoAvailable: true, demoExists: true })]);
  expect(await screen.findByRole('link', { name: /demo/ })).toHaveAttribute('href', '/demo');
});

test('without a demo the way in is an invitation', async () => {
  renderScreen(entranceRoutes, '/sign-in', [session(null)]);
  expect(await screen.findByText(/Ask an administrator/)).toBeVisible();
  expect(screen.queryByRole('link', { name: /demo/ })).toBeNull();
});

test('somebody who is signed in already goes on', async () => {
  const { address } = renderScreen(entranceRoutes, '/sign-in?return=/people', [session(viewer())]);
  await elsewhere();
  expect(address()).toBe('/people');
});

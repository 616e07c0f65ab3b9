import { afterEach, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { presentCommands } from '../../platform/commands/command-registry';
import { SESSION } from '../../platform/session/session.operations';
import {
  markSessionEnded,
  markSessionRenewed,
  presentSession,
  useSessionEnded,
} from '../../platform/session/session-ended';
import { always } from '../../platform/testing/always';
import { instance, refused, viewer } from '../../platform/testing/answers';
import { renderScreen } from '../../platform/testing/render-screen';
import { signedIn } from '../../platform/testing/signed-in';
import { PersonMenu } from './person-menu';
import { RESET_DEMO } from './reset-demo.operations';

afterEach(() => markSessionRenewed());

const organization = { ...viewer().organization, demo: true };
const inDemo = always(SESSION)(() => ({
  instance: instance({ demoAvailable: true }),
  viewer: viewer({ organization }),
}));
const elsewhere = always(SESSION)(() => ({ instance: instance({ demoAvailable: true }), viewer: viewer() }));

function Menu() {
  return (
    <>
      <PersonMenu />
      {useSessionEnded() && <p>Sign in again</p>}
    </>
  );
}

const show = (...answers: Parameters<typeof renderScreen>[2]) =>
  renderScreen(
    signedIn([
      { path: '/', element: <p>Board</p> },
      { path: '/menu', element: <Menu /> },
    ]),
    '/menu',
    answers,
  );

async function openMenu() {
  await userEvent.click(await screen.findByRole('button', { name: /profile and sign-out/ }));
}

async function ask() {
  await openMenu();
  await userEvent.click(screen.getByRole('menuitem', { name: /^Reset the demo/ }));
  return screen.findByRole('dialog', { name: 'Reset the demo?' });
}

const reset = always(RESET_DEMO)(() => ({
  resetDemo: { __typename: 'SignedIn', viewer: { __typename: 'Viewer', id: 'viewer-9' } },
}));

test('the demo is reset only after a question that says what is lost, and leads to its board', async () => {
  const { address } = show(inDemo.answer, reset.answer);
  const question = await ask();
  expect(question).toHaveTextContent(/is lost, for everybody who tries it here, and cannot be brought back/);
  expect(reset.variables).toHaveLength(0);
  await userEvent.click(within(question).getByRole('button', { name: 'Reset the demo' }));
  await waitFor(() => expect(address()).toBe('/'));
  expect(reset.variables).toHaveLength(1);
});

test('it can be kept', async () => {
  const kept = always(RESET_DEMO)(() => ({
    resetDemo: { __typename: 'SignedIn', viewer: { __typename: 'Viewer', id: 'viewer-9' } },
  }));
  show(inDemo.answer, kept.answer);
  const question = await ask();
  await userEvent.click(within(question).getByRole('button', { name: 'Keep it as it is' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(kept.variables).toHaveLength(0);
});

test('while it runs it says so, cannot be left, and nobody is asked to sign in because the old session ends', async () => {
  show(inDemo.answer, { ...reset.answer, delay: 200 });
  const question = await ask();
  await userEvent.click(within(question).getByRole('button', { name: 'Reset the demo' }));
  expect(within(question).getByRole('progressbar')).toBeVisible();
  markSessionEnded(presentSession());
  await userEvent.keyboard('{Escape}');
  expect(screen.getByRole('dialog')).toBeVisible();
  expect(screen.queryByText('Sign in again')).toBeNull();
});

test('a refusal says why, and the demo is as it was', async () => {
  show(inDemo.answer, refused(RESET_DEMO, {}, 'DEMO_CLOSED'));
  const question = await ask();
  await userEvent.click(within(question).getByRole('button', { name: 'Reset the demo' }));
  expect(await within(question).findByText(/Sign in with your account/)).toBeVisible();
  expect(within(question).queryByRole('progressbar')).toBeNull();
  expect(within(question).getByRole('button', { name: 'Keep it as it is' })).toBeEnabled();
});

test('outside the demo nothing offers to reset it', async () => {
  show(elsewhere.answer);
  await openMenu();
  expect(screen.getByRole('menuitem', { name: 'Sign out' })).toBeVisible();
  expect(screen.queryByRole('menuitem', { name: /demo/ })).toBeNull();
  expect(presentCommands().filter(({ id }) => id.startsWith('demo'))).toEqual([]);
});

import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answer, refused, session, viewer } from '../../platform/testing/answers';
import { elsewhere, renderScreen } from '../../platform/testing/render-screen';
import { entranceRoutes } from './routes';
import { DEMO_PERSONAS, SIGN_IN_AS_PERSONA } from './session.operations';

const personas = answer(
  DEMO_PERSONAS,
  {},
  {
    demoPersonas: [
      { __typename: 'Persona', personId: 'p-1', name: 'Jun Watanabe', role: 'SCRUM_MASTER', scopeName: 'Payments' },
      { __typename: 'Persona', personId: 'p-2', name: 'Nadia Haddad', role: 'DEVELOPER', scopeName: 'Payments' },
    ],
  },
);

test('one click signs in as a persona', async () => {
  const { address } = renderScreen(entranceRoutes, '/demo', [
    session(null, { demoAvailable: true, demoExists: true }),
    personas,
    answer(
      SIGN_IN_AS_PERSONA,
      { personId: 'p-1' },
      { signInAsPersona: { __typename: 'SignedIn', viewer: { __typename: 'Viewer', id: 'v' } } },
    ),
    session(viewer()),
    personas,
  ]);
  const group = await screen.findByRole('region', { name: 'Scrum Master' });
  await userEvent.click(within(group).getByRole('button', { name: 'Jun Watanabe Payments' }));
  await elsewhere();
  expect(address()).toBe('/');
});

test('a closed demo says what to do instead', async () => {
  renderScreen(entranceRoutes, '/demo', [session(null), refused(DEMO_PERSONAS, {}, 'DEMO_CLOSED')]);
  expect(await screen.findByText(/Sign in with your account/)).toBeVisible();
});

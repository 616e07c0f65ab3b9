import { afterEach, expect, jest, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { draftKey, writeRaw } from '../../platform/drafts/draft-store';
import { answer, session, viewer } from '../../platform/testing/answers';
import { renderScreen } from '../../platform/testing/render-screen';
import { useSession } from '../../platform/session/session-provider';
import { DemoEnded } from './demo-ended';
import { DEMO_PERSONAS, SIGN_IN_AS_PERSONA } from './session.operations';
import { demoAddress, safeReturnAddress } from './return-address';

const me = viewer();
const personas = (personId: string) =>
  answer(
    DEMO_PERSONAS,
    {},
    {
      demoPersonas: [
        { __typename: 'Persona', personId, name: me.person.name, role: 'SCRUM_MASTER', scopeName: 'Payments' },
      ],
    },
  );
const onSignedIn = jest.fn<(viewerId: string) => Promise<void>>();
function Inside() {
  return useSession().status === 'known' ? <DemoEnded onSignedIn={onSignedIn} /> : null;
}

const open = (personId: string) =>
  renderScreen([{ path: '/profile', element: <Inside /> }], '/profile', [
    session(me, { demoAvailable: true, demoExists: true }),
    personas(personId),
    answer(
      SIGN_IN_AS_PERSONA,
      { personId },
      { signInAsPersona: { __typename: 'SignedIn', viewer: { __typename: 'Viewer', id: me.id } } },
    ),
  ]);

afterEach(() => localStorage.clear());

test('one key press goes on as the same person, where one is', async () => {
  open(me.person.id);
  const goOn = await screen.findByRole('button', { name: `Go on as ${me.person.name}` });
  expect(goOn).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(onSignedIn).toHaveBeenCalledWith(me.id);
  expect(screen.getByRole('link', { name: 'Be somebody else' })).toHaveAttribute('href', '/demo?return=%2Fprofile');
});

test('after a reset it says so, and shows what was not saved', async () => {
  const place = draftKey(me.organization.id, me.person.id, 'comment:IMP-4');
  writeRaw(place, JSON.stringify({ text: 'Half a thought', at: 1, from: '' }));
  open('somebody-new');
  expect(await screen.findByText(/reset the demo/)).toHaveTextContent(/cannot be saved there/);
  expect(screen.getByText('Half a thought')).toBeVisible();
  expect(screen.queryByText(/still here/)).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Choose a person again' })).toHaveFocus();
});

test('choosing a person leads back to where one was, never to the choice itself', () => {
  const { searchParams } = new URL(demoAddress('/impediments/IMP-4?team=1'), 'http://here.example');
  expect(safeReturnAddress(searchParams.get('return'))).toBe('/impediments/IMP-4?team=1');
  expect(safeReturnAddress('/demo?return=/')).toBe('/');
});

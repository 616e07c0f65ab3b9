import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { MockLink } from '@apollo/client/testing';
import { viewer } from '../../../platform/testing/answers';
import { always } from '../../../platform/testing/always';
import { renderScreen } from '../../../platform/testing/render-screen';
import { lastingSession, signedIn } from '../../../platform/testing/signed-in';
import { IMPEDIMENTS_OF } from '../impediments/impediments-of.operations';
import { organizationRoutes } from '../routes';
import { held, personPage, rowan } from '../testing/harbour';
import { DEACTIVATE_PERSON, INVITE_PERSON, PERSON_PAGE } from './people.operations';

const LINK = 'https://chapterhouse.example/invitations#the-secret';
const none = always(IMPEDIMENTS_OF)(() => ({
  impediments: { __typename: 'ImpedimentConnection', totalCount: 0, edges: [] },
}));

function show(changes: Parameters<typeof personPage>[0], ...more: MockLink.MockedResponse[]) {
  const person = always(PERSON_PAGE)(() => ({ person: personPage(changes) }));
  renderScreen(signedIn(organizationRoutes), `/people/${rowan.id}`, [
    lastingSession(viewer()),
    person.answer,
    none.answer,
    ...more,
  ]);
}

test('roles are told apart: now, to come, before', async () => {
  show({
    assignments: [
      held({ id: '1', role: 'DEVELOPER' }),
      held({ id: '2', startsOn: '2099-01-01' }),
      held({ id: '3', startsOn: '2020-01-01', endsBefore: '2021-01-01', viewerCan: [] }),
    ],
  });
  expect(await screen.findByRole('list', { name: 'Roles today' })).toHaveTextContent('Developer of Yard');
  expect(screen.getByRole('list', { name: 'Coming' })).toHaveTextContent('from 1 January 2099');
  expect(screen.getByRole('list', { name: 'Before' })).toHaveTextContent('1 January 2020 – 31 December 2020');
});

test('the invitation link is shown once, with whom it is for and a way to copy it', async () => {
  const invited = always(INVITE_PERSON)(({ email }) => ({
    invitePerson: {
      __typename: 'InvitationSent',
      link: LINK,
      invitation: {
        __typename: 'Invitation',
        id: 'Invitation_1',
        email,
        state: 'OPEN',
        expiresAt: '2030-01-08T12:00:00Z',
        version: 1,
      },
    },
  }));
  show({}, invited.answer);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Invite by link' }));
  await user.type(await screen.findByLabelText('E-mail'), 'rowan@harbour.example');
  await user.click(screen.getByRole('button', { name: 'Make the link' }));
  const dialog = await screen.findByRole('dialog', { name: 'The link for Rowan Mistral' });
  expect(dialog).toHaveTextContent('For rowan@harbour.example, until 8 January 2030');
  expect(within(dialog).getByLabelText('Invitation link')).toHaveValue(LINK);
  await user.click(within(dialog).getByRole('button', { name: 'Copy' }));
  expect(await navigator.clipboard.readText()).toBe(LINK);
  expect(await within(dialog).findByRole('button', { name: 'Copied' })).toBeVisible();
  await user.click(within(dialog).getByRole('button', { name: 'Done' }));
  expect(screen.queryByDisplayValue(LINK)).toBeNull();
  expect(invited.variables).toEqual([{ personId: rowan.id, email: 'rowan@harbour.example' }]);
});

test('deactivating says what will happen first', async () => {
  const gone = always(DEACTIVATE_PERSON)(() => ({
    deactivatePerson: { __typename: 'Person', id: rowan.id, deactivatedAt: '2026-01-01T00:00:00Z', version: 8 },
  }));
  show({ hasAccount: true }, gone.answer);
  await userEvent.click(await screen.findByRole('button', { name: 'Rowan Mistral: actions' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Deactivate…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Deactivate Rowan Mistral?' });
  expect(dialog).toHaveTextContent('signed out everywhere');
  expect(dialog).toHaveTextContent('Their role ends today');
  expect(gone.variables).toEqual([]);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Deactivate' }));
  await screen.findByRole('button', { name: 'Rowan Mistral: actions' });
  expect(gone.variables).toMatchObject([{ id: rowan.id, version: 7 }]);
});

test('an absence of today shows under the name', async () => {
  show({
    absences: [
      {
        __typename: 'Absence',
        id: 'a1',
        startsOn: '2020-01-01',
        endsBefore: '2099-03-09',
        note: 'Leave',
        version: 1,
        viewerCan: [],
      },
    ],
  });
  expect(await screen.findByText('away until 9 March 2099')).toBeVisible();
});

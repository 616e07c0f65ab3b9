import { expect, test } from '@jest/globals';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { MockLink } from '@apollo/client/testing';
import { todayIn } from '../../../platform/dates/day-words';
import { PEOPLE_FOUND } from '../../../platform/people/people.operations';
import { always } from '../../../platform/testing/always';
import { viewer } from '../../../platform/testing/answers';
import { renderScreen } from '../../../platform/testing/render-screen';
import { lastingSession, signedIn } from '../../../platform/testing/signed-in';
import { IMPEDIMENTS_OF } from '../impediments/impediments-of.operations';
import { PLACES } from '../organization.operations';
import { ASSIGN_ROLE, END_ROLE, HAND_OVER_ROLE, SCOPE_ROLES, VIEWER_ROLES } from '../roles/roles.operations';
import { organizationRoutes } from '../routes';
import { basil, held, rowan, scope, TEAM, teamPage } from '../testing/harbour';
import { TEAM_PAGE } from './team.operations';

const today = todayIn('Europe/Lisbon');

const impediments = always(IMPEDIMENTS_OF)(() => ({
  impediments: {
    __typename: 'ImpedimentConnection',
    totalCount: 1,
    edges: [
      {
        __typename: 'ImpedimentEdge',
        node: {
          __typename: 'Impediment',
          id: 'i1',
          key: 'IMP-7',
          title: 'Crane waits for parts',
          state: 'RAISED',
          severity: null,
          raisedAt: new Date().toISOString(),
          owner: null,
        },
      },
    ],
  },
}));

function show(...more: MockLink.MockedResponse[]) {
  const team = always(TEAM_PAGE)(() => ({ team: teamPage(['role:assign', 'team:edit']) }));
  const people = always(PEOPLE_FOUND)(() => ({
    people: {
      __typename: 'PersonConnection',
      edges: [{ __typename: 'PersonEdge', cursor: '1', node: { ...rowan, email: null, deactivatedAt: null } }],
    },
  }));
  const places = always(PLACES)(() => ({
    organization: { __typename: 'Organization', id: 'organization-1', name: 'Harbour', viewerCan: [], products: [] },
  }));
  const roles = always(VIEWER_ROLES)(() => ({
    viewer: {
      __typename: 'Viewer',
      id: 'viewer-1',
      person: {
        __typename: 'Person',
        id: 'person-1',
        assignments: [held({ id: 'a', role: 'ADMINISTRATOR', scope: scope('ORGANIZATION', 'Harbour') })],
      },
    },
  }));
  const all = [team, people, places, roles, impediments].map((asked) => asked.answer);
  return renderScreen(signedIn(organizationRoutes), `/teams/${TEAM.id}`, [lastingSession(viewer()), ...all, ...more]);
}

async function chooseRowan() {
  await userEvent.click(screen.getByRole('combobox', { name: /Person|To/ }));
  await userEvent.click(await screen.findByRole('option', { name: /Rowan Mistral/ }));
}

test('shows who answers, who is in it and what stands in its way', async () => {
  show();
  expect(await screen.findByRole('heading', { level: 1, name: 'Yard' })).toBeVisible();
  const members = screen.getByRole('list', { name: 'Members' });
  expect(within(members).getByRole('link', { name: 'Rowan Mistral' })).toBeVisible();
  expect(members).toHaveTextContent('Developer · 60 % of their time');
  expect(members).toHaveTextContent('since 1 March 2024');
  expect(await screen.findByRole('link', { name: 'Crane waits for parts' })).toHaveAttribute(
    'href',
    '/impediments/IMP-7',
  );
});

test('a role is handed over in one step, and focus comes back', async () => {
  const handOver = always(HAND_OVER_ROLE)(() => ({ handOverRole: held({ id: 'new', person: rowan }) }));
  show(handOver.answer);
  const menu = await screen.findByRole('button', { name: 'Basil Drizzle, Scrum Master: hand over or end' });
  await userEvent.click(menu);
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Hand over…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Hand over: Scrum Master of Yard' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Hand over' }));
  expect(within(dialog).getByText('Choose who takes it.')).toBeVisible();
  await chooseRowan();
  fireEvent.change(within(dialog).getByLabelText('From'), { target: { value: '2030-05-02' } });
  expect(dialog).toHaveTextContent('Basil Drizzle until 1 May 2030, Rowan Mistral from 2 May 2030.');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Hand over' }));
  await screen.findByRole('button', { name: 'Basil Drizzle, Scrum Master: hand over or end' });
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(handOver.variables).toMatchObject([
    { id: 'RoleAssignment_1', version: 4, toPersonId: rowan.id, on: '2030-05-02' },
  ]);
  expect(menu).toHaveFocus();
});

test('a role that is taken says by whom and offers the hand-over', async () => {
  const details = { scopeId: TEAM.id, role: 'SCRUM_MASTER', holderName: basil.name, from: '2024-03-01', until: null };
  const taken: MockLink.MockedResponse = {
    request: { query: ASSIGN_ROLE, variables: () => true },
    result: { errors: [{ message: 'PRIMARY_TAKEN', extensions: { code: 'PRIMARY_TAKEN', details } }] },
  };
  const roles = always(SCOPE_ROLES)(() => ({ node: { __typename: 'Team', id: TEAM.id, assignments: [held()] } }));
  show(taken, roles.answer);
  await userEvent.click(await screen.findByRole('button', { name: 'Add somebody' }));
  const dialog = await screen.findByRole('dialog', { name: 'Add somebody to Yard' });
  await chooseRowan();
  await userEvent.selectOptions(within(dialog).getByLabelText('Role'), 'Scrum Master');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Assign role' }));
  expect(await within(dialog).findByText('Basil Drizzle is Scrum Master of Yard (since 1 March 2024).')).toBeVisible();
  await userEvent.click(await within(dialog).findByRole('button', { name: 'Hand over to Rowan Mistral' }));
  const next = await screen.findByRole('dialog', { name: 'Hand over: Scrum Master of Yard' });
  expect(within(next).getByRole('combobox', { name: 'To' })).toHaveValue('Rowan Mistral');
  expect(within(next).getByLabelText('From')).toHaveValue(today);
});

test('a conflict shows what is there now, keeps the words and saves over it', async () => {
  const current = { ...held({ endsBefore: '2029-01-01' }), version: 5 };
  const conflict: MockLink.MockedResponse = {
    request: { query: END_ROLE, variables: () => true },
    result: { errors: [{ message: '', extensions: { code: 'CONFLICT', details: { currentVersion: 5, current } } }] },
  };
  const ended = always(END_ROLE)(() => ({ endRole: held({ version: 6 }) }));
  show(conflict, ended.answer);
  await userEvent.click(await screen.findByRole('button', { name: 'Basil Drizzle, Scrum Master: hand over or end' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'End this role…' }));
  const dialog = await screen.findByRole('dialog', { name: 'End this role' });
  fireEvent.change(within(dialog).getByLabelText('Last day'), { target: { value: '2030-05-02' } });
  await userEvent.click(within(dialog).getByRole('button', { name: 'End role' }));
  expect(await within(dialog).findByText('1 March 2024 – 31 December 2028')).toBeVisible();
  expect(within(dialog).getByLabelText('Last day')).toHaveValue('2030-05-02');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save mine over it' }));
  await screen.findByRole('button', { name: 'Add somebody' });
  expect(ended.variables).toMatchObject([{ version: 5, endsBefore: '2030-05-03' }]);
});

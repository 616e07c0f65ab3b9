import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answer, refused, session, viewer } from '../../platform/testing/answers';
import { elsewhere, renderScreen } from '../../platform/testing/render-screen';
import { entranceRoutes } from './routes';
import { CREATE_DEMO, DEMO_PERSONAS, SET_UP_ORGANIZATION } from './session.operations';
import { slugOf } from './set-up-form';

const input = {
  name: 'Harbour & Søns',
  slug: 'harbour-s-ns',
  timeZone: 'UTC',
  administratorName: 'Ana Lindqvist',
  administratorEmail: 'ana@harbour.example',
  password: 'a long enough secret',
};
const signedIn = { __typename: 'SignedIn' as const, viewer: { __typename: 'Viewer' as const, id: 'viewer-1' } };

async function setUp() {
  await userEvent.click(await screen.findByRole('button', { name: 'Create the organization' }));
  await userEvent.type(screen.getByLabelText('Organization'), input.name);
  await userEvent.selectOptions(screen.getByLabelText('Time zone'), input.timeZone);
  await userEvent.type(screen.getByLabelText('Your name'), input.administratorName);
  await userEvent.type(screen.getByLabelText('Your e-mail'), input.administratorEmail);
  await userEvent.type(screen.getByLabelText('Password'), input.password);
  await userEvent.click(screen.getByRole('button', { name: 'Create the organization' }));
}

test('the first administrator creates the organization and is inside', async () => {
  const { address } = renderScreen(entranceRoutes, '/welcome', [
    session(null, { firstRun: true }),
    answer(SET_UP_ORGANIZATION, { input }, { setUpOrganization: signedIn }),
    session(viewer()),
  ]);
  await setUp();
  await elsewhere();
  expect(address()).toBe('/');
});

test('a weak password is explained at its field', async () => {
  renderScreen(entranceRoutes, '/welcome', [
    session(null, { firstRun: true }),
    refused(SET_UP_ORGANIZATION, { input }, 'WEAK_PASSWORD', { problems: ['It contains the name.'] }),
  ]);
  await setUp();
  expect(await screen.findByText('It contains the name.')).toBeVisible();
  expect(screen.getByLabelText('Password')).toBeInvalid();
});

test('the demo is built, then one chooses whom to be', async () => {
  const { address } = renderScreen(entranceRoutes, '/welcome', [
    session(null, { firstRun: true, demoAvailable: true }),
    answer(CREATE_DEMO, {}, { createDemo: signedIn }),
    session(viewer(), { demoAvailable: true, demoExists: true }),
    answer(DEMO_PERSONAS, {}, { demoPersonas: [] }),
  ]);
  await userEvent.click(await screen.findByRole('button', { name: 'Explore the demo' }));
  expect(await screen.findByRole('heading', { name: 'Who would you like to be?' })).toBeVisible();
  expect(address()).toBe('/demo');
});

test('no demo is offered where it may not be', async () => {
  renderScreen(entranceRoutes, '/welcome', [session(null, { firstRun: true })]);
  expect(await screen.findByRole('button', { name: 'Create the organization' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Explore the demo' })).toBeNull();
});

test.each([
  ['Harbour & Sons', 'harbour-sons'],
  ['  Éclair  GmbH ', 'eclair-gmbh'],
  ['---', ''],
])('short name of %p', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

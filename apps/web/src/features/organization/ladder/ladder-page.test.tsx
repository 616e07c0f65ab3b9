import { gql } from '@apollo/client';
import type { MockLink } from '@apollo/client/testing';
import { expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { LadderQuery } from '../../../generated/graphql';
import { always } from '../../../platform/testing/always';
import { viewer } from '../../../platform/testing/answers';
import { renderScreen } from '../../../platform/testing/render-screen';
import { lastingSession, signedIn } from '../../../platform/testing/signed-in';
import { organizationRoutes } from '../routes';
import { EDIT_LADDER, LADDER } from './ladder.operations';

type Ladder = LadderQuery['organization']['impedimentLadder'];
const level = (
  number: number,
  name: string,
  clockWorkingHours: number,
  changes: Partial<Ladder['levels'][number]> = {},
) => ({
  __typename: 'ImpedimentLevel' as const,
  level: number,
  name,
  clockWorkingHours,
  escalatesByItself: false,
  remindBeforeHours: null,
  ...changes,
});
const ladder = (changes: Partial<Ladder> = {}): Ladder => ({
  __typename: 'ImpedimentLadder',
  id: 'ladder-1',
  version: 3,
  viewerCan: ['ladder:edit'],
  levels: [level(1, 'Team', 16), level(2, 'Area', 40, { remindBeforeHours: 8 }), level(3, 'Directors', 80)],
  ...changes,
});

function show(
  present: () => Ladder,
  save: (sent: { levels: unknown; version: number }) => Ladder = () => present(),
  first: MockLink.MockedResponse[] = [],
) {
  const asked = always(LADDER)(() => ({
    organization: {
      __typename: 'Organization',
      id: 'organization-1',
      workingDayStarts: 9,
      workingDayEnds: 17,
      impedimentLadder: present(),
    },
  }));
  const saved = always(EDIT_LADDER)((sent) => ({ editImpedimentLadder: save(sent) }));
  const { address, client } = renderScreen(signedIn(organizationRoutes), '/organization/settings', [
    lastingSession(viewer()),
    ...first,
    asked.answer,
    saved.answer,
  ]);
  return { address, client, saved: saved.variables };
}
const refusal = (code: string, details: object) => ({ errors: [{ message: code, extensions: { code, details } }] });
const step = (number: number) => screen.findByRole('listitem', { name: `Level ${number}` });
const field = async (number: number, label: string) => within(await step(number)).getByLabelText(label);

test('everybody reads what each level promises; only administrators get fields', async () => {
  show(() => ladder({ viewerCan: [] }));
  expect(await step(2)).toHaveTextContent(
    'An impediment that comes to Area has 40 working hours there, which is 5 working days.',
  );
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.getByText(/Administrators of the organization edit the ladder/)).toBeVisible();
});

test('sentences follow the fields; the whole ladder is sent with the version that was seen', async () => {
  let present = ladder();
  const { saved } = show(
    () => present,
    () =>
      (present = ladder({
        version: 4,
        levels: [level(1, 'Team', 8, { escalatesByItself: true }), ...ladder().levels.slice(1)],
      })),
  );
  await userEvent.clear(await field(1, 'Working hours'));
  await userEvent.type(await field(1, 'Working hours'), '8');
  await userEvent.click(await field(1, 'Goes up by itself when they are over'));
  expect(await step(1)).toHaveTextContent('After 8 working hours at Team it goes up to Area by itself.');
  expect(within(await step(3)).queryByRole('checkbox')).toBeNull();
  const bar = screen.getByRole('region', { name: 'Unsaved changes' });
  expect(bar).toHaveTextContent('2 changes are not saved. Clocks that run keep what they began with');
  await userEvent.click(within(bar).getByRole('button', { name: 'Save the ladder' }));
  await waitFor(() => expect(bar).not.toBeInTheDocument());
  expect(saved).toEqual([
    expect.objectContaining({
      version: 3,
      levels: [
        { level: 1, name: 'Team', clockWorkingHours: 8, escalatesByItself: true, remindBeforeHours: null },
        { level: 2, name: 'Area', clockWorkingHours: 40, escalatesByItself: false, remindBeforeHours: 8 },
        { level: 3, name: 'Directors', clockWorkingHours: 80, escalatesByItself: false, remindBeforeHours: null },
      ],
    }),
  ]);
});

test('what other screens know of the levels is old once the ladder is another one', async () => {
  const { client } = show(ladder);
  const levels = gql`
    query {
      organization {
        id
        impedimentLevels {
          name
        }
      }
    }
  `;
  await userEvent.type(await field(1, 'Name'), 's');
  const organization = { __typename: 'Organization', id: 'organization-1', impedimentLevels: [] };
  client.writeQuery({ query: levels, data: { organization } });
  expect(client.readQuery({ query: levels })).not.toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Save the ladder' }));
  await waitFor(() => expect(client.readQuery({ query: levels })).toBeNull());
});

test('what is wrong stands at its field and is not sent', async () => {
  const { saved } = show(ladder);
  await userEvent.clear(await field(2, 'Name'));
  await userEvent.type(await field(2, 'Name'), 'team');
  await userEvent.clear(await field(1, 'Working hours'));
  await userEvent.click(screen.getByRole('button', { name: 'Save the ladder' }));
  expect(await step(2)).toHaveTextContent('Choose a name that no level below has.');
  expect(await field(1, 'Working hours')).toHaveFocus();
  expect(saved).toEqual([]);
});

test('of two administrators the second is told what the first did to the same, keeps the rest, and saves over it or takes theirs', async () => {
  let present = ladder();
  const { saved } = show(() => present, undefined, [
    { request: { query: EDIT_LADDER, variables: () => true }, result: refusal('CONFLICT', { currentVersion: 4 }) },
  ]);
  await userEvent.clear(await field(1, 'Working hours'));
  await userEvent.type(await field(1, 'Working hours'), '8');
  await userEvent.type(await field(3, 'Name'), ' board');
  present = ladder({ version: 4, levels: [level(1, 'Crew', 24), ...ladder().levels.slice(1)] });
  await userEvent.click(screen.getByRole('button', { name: 'Save the ladder' }));
  const note = await screen.findByRole('note');
  expect(note).toHaveTextContent('Somebody saved a change of the same before you.');
  expect(note).toHaveTextContent('Working hours of level 1 now24');
  expect(await field(1, 'Name')).toHaveValue('Crew');
  expect(await field(1, 'Working hours')).toHaveValue(8);
  expect(screen.getByRole('button', { name: 'Save mine over it' })).toBeVisible();
  await userEvent.click(within(note).getByRole('button', { name: 'Take theirs' }));
  expect(await field(1, 'Working hours')).toHaveValue(24);
  await userEvent.click(screen.getByRole('button', { name: 'Save the ladder' }));
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]).toMatchObject({
    version: 4,
    levels: [{ name: 'Crew', clockWorkingHours: 24 }, {}, { name: 'Directors board' }],
  });
});

test('who leaves with something unsaved is asked first', async () => {
  const { address } = show(ladder);
  await userEvent.type(await field(1, 'Name'), 's');
  await userEvent.click(screen.getByRole('link', { name: 'Working calendar' }));
  const question = await screen.findByRole('dialog', { name: 'Leave without saving?' });
  await userEvent.click(within(question).getByRole('button', { name: 'Stay here' }));
  expect(address()).toBe('/organization/settings/ladder');
  expect(await field(1, 'Name')).toHaveValue('Teams');
});

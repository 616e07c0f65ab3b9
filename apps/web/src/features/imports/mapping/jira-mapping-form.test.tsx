import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { always } from '../../../platform/testing/always';
import { renderScreen } from '../../../platform/testing/render-screen';
import { JiraMappingForm } from './jira-mapping-form';
import { PEOPLE_TO_MATCH } from './mapping.operations';

const ANA = 'Person_0a0a0a0a-0a0a-0a0a-0a0a-0a0a0a0a0a0a';

const choices = {
  issues: 2183,
  people: 317,
  flagged: 0,
  projects: [{ key: 'ALOY', name: 'Alloy', count: 1 }],
  linkTypes: [
    { name: 'Blocks', direction: 'OUTWARD', wording: 'blocks', opposite: 'is blocked by', count: 55 },
    { name: 'Blocks', direction: 'INWARD', wording: 'is blocked by', opposite: 'blocks', count: 55 },
    { name: 'Relates', direction: 'OUTWARD', wording: 'relates to', opposite: 'relates to', count: 463 },
  ],
  issueTypes: [{ name: 'Bug', count: 913 }],
  priorities: [{ name: 'High', count: 708 }],
  sprintSuffixes: [{ name: 'Tooling', count: 9 }],
};

function show(offered: object = choices) {
  const chosen: unknown[] = [];
  function Form() {
    const [mapping, setMapping] = useState<unknown>({});
    const change = (next: object) => {
      chosen.push(next);
      setMapping(next);
    };
    return <JiraMappingForm mapping={mapping} choices={offered} onChange={change} />;
  }
  const people = always(PEOPLE_TO_MATCH)(() => ({
    people: {
      __typename: 'PersonConnection',
      edges: [
        {
          __typename: 'PersonEdge',
          node: { __typename: 'Person', id: ANA, name: 'Ana Roth', email: null, deactivatedAt: null },
        },
      ],
    },
  }));
  renderScreen([{ index: true, element: <Form /> }], '/', [people.answer]);
  return () => chosen.at(-1);
}

test('offers what the files have, with the usual choices made', async () => {
  show();
  expect(await screen.findByText('Found: 2,183 issues of 1 project, 317 people.')).toBeVisible();
  expect(screen.getByLabelText('A “blocks” B: 55')).toHaveValue('OUTWARD');
  expect(screen.getByText('B “is blocked by” A')).toBeVisible();
  expect(screen.getByLabelText('A “relates to” B: 463')).toHaveValue('');
  expect(screen.getByLabelText('High: 708')).toHaveValue('HIGH');
  expect(screen.getByLabelText('Flagged items: 0')).toBeDisabled();
});

test('counts one as one, and says nothing of dates where there are none', async () => {
  const dates = { format: 'ISO', alsoFits: [], total: 1, read: 1, timeZone: 'UTC', samples: [] };
  show({ ...choices, issues: 1, people: 1, dates });
  expect(await screen.findByText('Found: 1 issue of 1 project, 1 person.')).toBeVisible();
  expect(screen.getByText(/The one date can be read\./)).toBeVisible();
  show({ ...choices, dates: { ...dates, total: 0, read: 0 } });
  expect(await screen.findByText('Found: 2,183 issues of 1 project, 317 people.')).toBeVisible();
  expect(screen.getAllByRole('group', { name: 'Dates' })).toHaveLength(1);
});

test('each choice becomes part of the mapping', async () => {
  const mapping = show();
  await userEvent.click(screen.getByRole('radio', { name: /By the end of sprint names/ }));
  await userEvent.selectOptions(screen.getByLabelText('A “blocks” B: 55'), 'B is in the way of A');
  await userEvent.click(screen.getByLabelText('Bug: 913'));
  await userEvent.selectOptions(screen.getByLabelText('High: 708'), 'No severity');
  expect(mapping()).toMatchObject({
    teamsFrom: 'SPRINT_SUFFIX',
    rules: { links: expect.arrayContaining([{ name: 'Blocks', direction: 'INWARD' }]), issueTypes: ['Bug'] },
    severityOf: { High: null },
  });
});

test('a CSV file shows its columns, its links with their direction, and what its dates mean', async () => {
  const mapping = show({
    ...choices,
    language: 'French',
    columns: [
      { header: 'Résumé', field: 'SUMMARY', linkType: '', columns: 1, filled: 9, sample: 'A crane' },
      {
        header: 'Lien de ticket sortant (Blocks)',
        field: 'LINK_OUT',
        linkType: 'Blocks',
        columns: 2,
        filled: 3,
        sample: 'A-2',
      },
      { header: 'Escouade', field: null, linkType: '', columns: 1, filled: 4, sample: 'Quay' },
    ],
    dates: {
      format: 'DMY',
      alsoFits: ['MDY'],
      total: 9,
      read: 9,
      timeZone: 'UTC',
      samples: [{ text: '03/04/22', at: '2022-04-03T00:00:00.000Z' }],
    },
  });
  expect(screen.getByText('French headers: 2 of 3 names are known.')).toBeVisible();
  expect(screen.getByText(/More than one format fits/)).toBeVisible();
  expect(screen.getByRole('cell', { name: /Sunday 3 April 2022|Sunday, 3 April 2022/ })).toBeVisible();
  await userEvent.selectOptions(screen.getByLabelText(/They are written so/), 'MDY');
  expect(screen.getByRole('cell', { name: /4 March 2022/ })).toBeVisible();
  await userEvent.click(screen.getByText(/^Read: /));
  expect(screen.getByText('Blocks: from this issue to the key in the cell')).toBeVisible();
  await userEvent.click(screen.getByText(/Hold something and are not read: 1 name/));
  await userEvent.selectOptions(screen.getByLabelText('What Escouade is'), 'Team');
  expect(mapping()).toMatchObject({ dates: { format: 'MDY' }, columns: { Escouade: 'TEAM' } });
});

test('types and statuses have what they most likely mean, and may mean something else', async () => {
  const mapping = show({
    ...choices,
    issueTypes: [{ name: 'Bug', count: 3, tier: 'FEATURE', kind: 'DEFECT' }],
    statuses: [{ name: 'Parked', count: 3, category: 'indeterminate' }],
    resolutions: [{ name: 'Duplicate', count: 2 }],
  });
  expect(screen.getByLabelText('Kind of Bug')).toHaveValue('DEFECT');
  expect(screen.getByLabelText('Parked: 3')).toHaveValue('IN_PROGRESS');
  await userEvent.selectOptions(screen.getByLabelText('Tier of Bug'), 'Task');
  await userEvent.selectOptions(screen.getByLabelText('Parked: 3'), 'Draft');
  await userEvent.click(screen.getByLabelText('Duplicate: 2'));
  expect(mapping()).toMatchObject({
    tierOf: { Bug: 'TASK' },
    stateOf: { Parked: 'DRAFT' },
    droppedResolutions: ['Duplicate'],
  });
});

test('people are who somebody says they are', async () => {
  const mapping = show({ ...choices, persons: [{ key: 'ana', name: 'Ana R.', email: null, count: 7 }] });
  await userEvent.selectOptions(screen.getByLabelText(/The 317 people of the files/), 'SAME_NAME');
  await userEvent.click(screen.getByText('Choose for single people'));
  await userEvent.click(screen.getByRole('combobox', { name: 'Ana R.: 7' }));
  await userEvent.click(await within(screen.getByRole('listbox')).findByRole('option', { name: /Ana Roth/ }));
  expect(mapping()).toMatchObject({ people: { rule: 'SAME_NAME', byHand: { ana: ANA } } });
});

test('everybody of the files can be found, however many they are', async () => {
  const persons = Array.from({ length: 400 }, (_, place) => ({
    key: place === 399 ? 'name:zoe last' : `p${place}`,
    name: place === 399 ? 'Zoe Last' : `Person ${place}`,
    email: null,
    count: 400 - place,
  }));
  const mapping = show({ ...choices, people: 400, persons });
  await userEvent.click(screen.getByText('Choose for single people'));
  expect(screen.getByRole('button', { name: 'Show more: 388 are left' })).toBeVisible();
  await userEvent.type(screen.getByLabelText('Find somebody of the files'), 'zoe');
  await userEvent.click(screen.getByRole('combobox', { name: 'Zoe Last: 1' }));
  await userEvent.click(await within(screen.getByRole('listbox')).findByRole('option', { name: /Ana Roth/ }));
  await userEvent.selectOptions(screen.getByLabelText('Who has a name and no id in the files'), 'NEW');
  expect(mapping()).toMatchObject({ people: { namesOnly: 'NEW', byHand: { 'name:zoe last': ANA } } });
});

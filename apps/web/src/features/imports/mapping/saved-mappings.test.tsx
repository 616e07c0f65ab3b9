import { expect, test } from '@jest/globals';
import { Toaster } from '@chapterhouse/ui/toast';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { always } from '../../../platform/testing/always';
import { renderScreen } from '../../../platform/testing/render-screen';
import { REMOVE_MAPPING, SAVE_MAPPING, SAVED_MAPPINGS } from './mapping.operations';
import { SavedMappings } from './saved-mappings';

const saved = (id: string, name: string, mapping: object) => ({
  __typename: 'ImportMapping' as const,
  id,
  name,
  kind: 'JIRA_CSV' as const,
  mapping,
  updatedAt: '2026-11-21T10:00:00Z',
  version: 1,
  viewerCan: ['import:run'],
});

test('choices are saved under a name, taken again, and removed', async () => {
  const rows = [saved('ImportMapping_1', 'Ferries', { productName: 'Ferries' })];
  const list = always(SAVED_MAPPINGS)(() => ({ importMappings: [...rows] }));
  const save = always(SAVE_MAPPING)(({ name, mapping }) => {
    const row = saved('ImportMapping_2', name, mapping as object);
    rows.push(row);
    return { saveImportMapping: row };
  });
  const remove = always(REMOVE_MAPPING)(() => {
    rows.pop();
    return { removeImportMapping: { __typename: 'Done', done: true } };
  });
  const taken: object[] = [];
  const element = (
    <SavedMappings kind="JIRA_CSV" mapping={{ areaName: 'Quay' }} choices={{}} onChange={(one) => taken.push(one)} />
  );
  renderScreen([{ index: true, element }], '/', [list.answer, save.answer, remove.answer]);

  await userEvent.selectOptions(await screen.findByLabelText('Use a saved one'), 'Ferries');
  expect(taken).toEqual([{ productName: 'Ferries' }]);
  await userEvent.clear(screen.getByLabelText('Save these choices as'));
  await userEvent.type(screen.getByLabelText('Save these choices as'), 'Quays');
  await userEvent.click(screen.getByRole('button', { name: 'Save the mapping' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Remove Quays' }));
  expect(await screen.findByText('Saved mappings: 1')).toBeVisible();
});

test('one that is taken says what it replaces, can be taken back, and names what these files do not have', async () => {
  const ferries = { productName: 'Ferries', columns: { Squad: 'TEAM' }, stateOf: { Parked: 'DRAFT', Open: 'DRAFT' } };
  const rows = [saved('ImportMapping_1', 'Ferries', ferries)];
  const list = always(SAVED_MAPPINGS)(() => ({ importMappings: rows }));
  const choices = { statuses: [{ name: 'Open', count: 1, category: 'new' }] };
  function Form() {
    const [mapping, setMapping] = useState<object>({ areaName: 'Quay' });
    return (
      <>
        <SavedMappings kind="JIRA_CSV" mapping={mapping} choices={choices} onChange={setMapping} />
        <output>{JSON.stringify(mapping)}</output>
        <button type="button" onClick={() => setMapping({ ...ferries, teamsFrom: 'COMPONENT' })}>
          Other teams
        </button>
        <Toaster />
      </>
    );
  }
  renderScreen([{ index: true, element: <Form /> }], '/', [list.answer]);
  await userEvent.selectOptions(await screen.findByLabelText('Use a saved one'), 'Ferries');
  expect(screen.getByText('It replaces what was chosen: product, area, states, columns.')).toBeVisible();
  expect(screen.getByText('Of it, these files do not have: Columns: Squad; Statuses: Parked.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Other teams' }));
  expect(screen.getByText('Chosen otherwise since: teams.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(screen.getByText('{"areaName":"Quay"}')).toBeVisible();
  expect(screen.getByLabelText('Use a saved one')).toHaveValue('');
});

import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
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
  const element = <SavedMappings kind="JIRA_CSV" mapping={{ areaName: 'Quay' }} onChange={(one) => taken.push(one)} />;
  renderScreen([{ index: true, element }], '/', [list.answer, save.answer, remove.answer]);

  await userEvent.selectOptions(await screen.findByLabelText('Use a saved one'), 'Ferries');
  expect(taken).toEqual([{ productName: 'Ferries' }]);
  await userEvent.clear(screen.getByLabelText('Save these choices as'));
  await userEvent.type(screen.getByLabelText('Save these choices as'), 'Quays');
  await userEvent.click(screen.getByRole('button', { name: 'Save the mapping' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Remove Quays' }));
  expect(await screen.findByText('Saved mappings: 1')).toBeVisible();
});

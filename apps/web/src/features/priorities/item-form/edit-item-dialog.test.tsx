import { beforeEach, expect, test } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { ItemRecordFragment } from '../../../generated/graphql';
import { always } from '../../../platform/testing/always';
import { EDIT_ITEM } from '../item-acts/item-acts.operations';
import { itemRecord } from '../testing/item-facts';
import { renderPriorities } from '../testing/render-priorities';
import { EditItemDialog } from './edit-item-dialog';

beforeEach(() => localStorage.clear());

const SAVED = itemRecord(2, { title: 'Receipts', kind: 'VALUE' });

/** The dialog over an item that somebody else changes meanwhile. */
function Edited({ theirs }: { theirs: Partial<ItemRecordFragment> }) {
  const [item, setItem] = useState(SAVED);
  const [open, setOpen] = useState(true);
  return (
    <>
      <button type="button" onClick={() => setItem({ ...SAVED, ...theirs, version: 7 })}>
        Theirs
      </button>
      {open && <EditItemDialog item={item} onClose={() => setOpen(false)} />}
    </>
  );
}

const edited = () =>
  always(EDIT_ITEM)(({ changes }) => ({ item: itemRecord(2, { title: changes.title ?? 'Receipts', version: 8 }) }));

async function begin(theirs: Partial<ItemRecordFragment>) {
  const sent = edited();
  renderPriorities('/', [sent.answer], [{ path: '/', element: <Edited theirs={theirs} /> }]);
  const title = await screen.findByRole('textbox', { name: 'What is needed?' });
  await userEvent.type(title, ' in time');
  // Behind the dialog, as an answer of the server comes.
  act(() => screen.getByText('Theirs').click());
  return sent;
}

test('only what was changed is sent; what others change in other fields comes along', async () => {
  const sent = await begin({ kind: 'DEBT' });
  await waitFor(() => expect(screen.getByRole('radio', { name: 'Debt' })).toBeChecked());
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(sent.variables).toMatchObject([{ id: 'item-2', version: 7, changes: { title: 'Receipts in time' } }]),
  );
  expect(Object.keys(sent.variables[0]?.changes ?? {})).toEqual(['title']);
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
});

test('what both changed is said; what was written stays', async () => {
  await begin({ title: 'Bills' });
  expect(await screen.findByText('Somebody changed the title meanwhile.')).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'What is needed?' })).toHaveValue('Receipts in time');
});

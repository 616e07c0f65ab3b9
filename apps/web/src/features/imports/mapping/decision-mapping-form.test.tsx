import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { always } from '../../../platform/testing/always';
import { viewer } from '../../../platform/testing/answers';
import { renderScreen } from '../../../platform/testing/render-screen';
import { lastingSession, signedIn } from '../../../platform/testing/signed-in';
import { DECISION_SCOPES } from '../../decisions/scopes/decision-scopes.operations';
import { DecisionMappingForm } from './decision-mapping-form';

const choices = {
  statuses: [
    { name: 'accepted', count: 12, known: true, usual: 'ACCEPTED' },
    { name: '', count: 3, known: false, usual: 'ACCEPTED' },
    { name: 'imlpemented', count: 1, known: false, usual: 'ACCEPTED' },
    { name: 'n/a', count: 2, known: false, usual: 'SKIP' },
  ],
  owners: [
    { name: 'sig-node', count: 9 },
    { name: 'sig-apps', count: 1 },
  ],
};

async function show(start: object, offered: object = choices) {
  const chosen: unknown[] = [];
  function Form() {
    const [mapping, setMapping] = useState<unknown>(start);
    const change = (next: object) => {
      chosen.push(next);
      setMapping(next);
    };
    return <DecisionMappingForm mapping={mapping} choices={offered} onChange={change} />;
  }
  const scopes = always(DECISION_SCOPES)(() => ({
    organization: {
      __typename: 'Organization',
      id: 'organization-1',
      name: 'Harbour',
      products: [
        {
          __typename: 'Product',
          id: 'Product_0a0a0a0a-0a0a-0a0a-0a0a-0a0a0a0a0a0a',
          name: 'Ferry',
          areas: [],
        },
      ],
    },
  }));
  renderScreen(signedIn([{ index: true, element: <Form /> }]), '/', [lastingSession(viewer()), scopes.answer]);
  await screen.findByText('Statuses');
  return () => chosen.at(-1);
}

test('statuses that nobody knows come first, with what they most likely mean; the others are folded', async () => {
  const mapping = await show({});
  expect(screen.getByText('3 of them are not known: look at what they become.')).toBeVisible();
  expect(screen.getByLabelText('Without a status: 3 files')).toHaveValue('ACCEPTED');
  expect(screen.getByLabelText('“n/a”: 2 files')).toHaveValue('SKIP');
  expect(screen.getByLabelText('“accepted”: 12 files')).not.toBeVisible();
  await userEvent.selectOptions(screen.getByLabelText('“imlpemented”: 1 file'), 'Rejected');
  expect(mapping()).toMatchObject({
    statuses: { imlpemented: 'REJECTED', 'n/a': 'SKIP', '': 'ACCEPTED', accepted: 'ACCEPTED' },
  });
});

test('owners that were not chosen one by one follow what is said of all', async () => {
  const mapping = await show({ owners: { 'sig-apps': 'ORGANIZATION', 'sig-node': 'MATCH' } });
  expect(screen.queryByLabelText('Product of what is made')).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('combobox', { name: 'Owners that files name: 2' }));
  await userEvent.click(within(screen.getByRole('listbox')).getByRole('option', { name: /An area of that name/ }));
  expect(mapping()).toMatchObject({ otherOwners: 'AREA', owners: { 'sig-node': 'AREA', 'sig-apps': 'ORGANIZATION' } });
  expect(screen.getByLabelText('Product of what is made')).toBeVisible();
});

test('a place that is here can be chosen, and a name may be typed with blanks', async () => {
  const mapping = await show({ source: 'madr' }, { ...choices, owners: [] });
  await userEvent.click(screen.getByRole('combobox', { name: 'All decisions' }));
  await userEvent.click(await screen.findByRole('option', { name: /Ferry/ }));
  await userEvent.type(screen.getByLabelText(/Where they come from/), ' of ours');
  expect(mapping()).toMatchObject({ scope: 'Product_0a0a0a0a-0a0a-0a0a-0a0a-0a0a0a0a0a0a', source: 'madr of ours' });
});

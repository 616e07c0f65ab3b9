import { expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { PlaybookMappingForm } from './playbook-mapping-form';

const CHOICES = {
  communities: [],
  playbooks: [{ source: 'docs', key: 'A-5', title: 'Our way' }],
  folder: 'docs',
  counts: { pages: 243, pictures: 1, links: 520, ownAnchors: 79 },
  broken: 1,
  defaults: { source: 'handbook', title: 'Handbook' },
};

function show(communities: object[]) {
  const chosen: unknown[] = [];
  function Form() {
    const [mapping, setMapping] = useState<unknown>({});
    const change = (next: object) => {
      chosen.push(next);
      setMapping(next);
    };
    return <PlaybookMappingForm mapping={mapping} choices={{ ...CHOICES, communities }} onChange={change} />;
  }
  render(<Form />);
  return () => chosen.at(-1);
}

test('where there is no community yet, one is founded and can be named', async () => {
  const chosen = show([]);
  expect(screen.getByText(/243 pages, 1 picture, 599 addresses within in docs\. One address is broken/u)).toBeTruthy();
  const name = screen.getByLabelText('Name of the new community');
  await userEvent.clear(name);
  await userEvent.type(name, 'Builders');
  expect(chosen()).toMatchObject({ source: 'handbook', title: 'Handbook', community: 'Builders' });
});

test('one of several is chosen, with how many approve', async () => {
  const chosen = show([
    { id: 'Community_1', name: 'Testers' },
    { id: 'Community_2', name: 'Builders' },
  ]);
  await userEvent.click(screen.getByLabelText('Community that keeps it'));
  await userEvent.click(await screen.findByRole('option', { name: 'Builders' }));
  await userEvent.selectOptions(screen.getByLabelText('Who approves before it is published'), '1 person');
  expect(chosen()).toMatchObject({ community: 'Community_2', approvalsNeeded: 1 });
});

test('a folder of a name that is known updates its playbook: nothing else is asked', async () => {
  const chosen = show([]);
  const source = screen.getByLabelText('What the folder is called');
  await userEvent.clear(source);
  await userEvent.type(source, 'docs');
  expect(screen.getByText(/It updates A-5 Our way/u)).toBeTruthy();
  expect(screen.queryByLabelText('Community that keeps it')).toBeNull();
  expect(chosen()).toMatchObject({ source: 'docs' });
});

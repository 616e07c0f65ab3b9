import { expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { playbookProblems } from './playbook-choices';
import { PlaybookMappingForm } from './playbook-mapping-form';

const CHOICES = {
  communities: [],
  playbooks: [
    {
      source: 'docs',
      key: 'A-5',
      title: 'Our way',
      communityId: 'Community_1',
      communityName: 'Testers',
      isClosed: false,
    },
  ],
  folder: 'docs',
  counts: { pages: 243, pictures: 1, links: 520, ownAnchors: 79 },
  broken: 1,
  defaults: { source: 'handbook', title: 'Handbook' },
};

const TESTERS = { id: 'Community_1', name: 'Testers' };
const BUILDERS = { id: 'Community_2', name: 'Builders' };

function show(communities: object[]) {
  const chosen: unknown[] = [];
  function Form() {
    const [mapping, setMapping] = useState<unknown>({});
    const change = (next: object) => {
      chosen.push(next);
      setMapping(next);
    };
    const choices = { ...CHOICES, communities };
    const problems = playbookProblems(mapping, choices);
    return <PlaybookMappingForm mapping={mapping} choices={choices} problems={problems} onChange={change} />;
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
  const chosen = show([TESTERS, BUILDERS]);
  expect(screen.getByLabelText('Community that keeps it')).toHaveAccessibleDescription(
    'Choose the community that keeps this playbook.',
  );
  await userEvent.click(screen.getByLabelText('Community that keeps it'));
  await userEvent.click(await screen.findByRole('option', { name: 'Builders' }));
  await userEvent.selectOptions(screen.getByLabelText('Who approves before it is published'), '1 person');
  expect(chosen()).toMatchObject({ community: 'Community_2', approvalsNeeded: 1 });
  expect(screen.getByLabelText('Community that keeps it')).not.toHaveAttribute('aria-invalid');
});

test('a folder of a name that its community knows updates its playbook, of another community it is a new one', async () => {
  const chosen = show([TESTERS, BUILDERS]);
  const source = screen.getByLabelText('What the folder is called');
  await userEvent.clear(source);
  await userEvent.type(source, 'docs');
  const community = screen.getByLabelText('Community that keeps it');
  expect(community).toHaveAccessibleDescription(
    'Choose the community that keeps this playbook: from a folder of this name came A-5 of Testers.',
  );
  await userEvent.click(community);
  await userEvent.click(await screen.findByRole('option', { name: 'Testers' }));
  expect(screen.getByText(/It updates A-5 Our way of Testers/u)).toBeTruthy();
  expect(screen.queryByLabelText('What the playbook is called')).toBeNull();
  expect(chosen()).toMatchObject({ source: 'docs', community: 'Community_1' });
  await userEvent.click(community);
  await userEvent.click(await screen.findByRole('option', { name: 'Builders' }));
  expect(screen.queryByText(/It updates A-5/u)).toBeNull();
  expect(screen.getByLabelText('What the playbook is called')).toHaveValue('Handbook');
});

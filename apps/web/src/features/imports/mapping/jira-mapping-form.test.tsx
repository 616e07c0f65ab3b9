import { expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { JiraMappingForm } from './jira-mapping-form';

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

function show() {
  const chosen: unknown[] = [];
  function Form() {
    const [mapping, setMapping] = useState<unknown>({});
    const change = (next: object) => {
      chosen.push(next);
      setMapping(next);
    };
    return <JiraMappingForm mapping={mapping} choices={choices} onChange={change} />;
  }
  render(<Form />);
  return () => chosen.at(-1);
}

test('offers what the files have, with the usual choices made', () => {
  show();
  expect(screen.getByText('Found: 2,183 issues of 1 project, 317 people.')).toBeVisible();
  expect(screen.getByLabelText('A “blocks” B: 55')).toHaveValue('OUTWARD');
  expect(screen.getByText('B “is blocked by” A')).toBeVisible();
  expect(screen.getByLabelText('A “relates to” B: 463')).toHaveValue('');
  expect(screen.getByLabelText('High: 708')).toHaveValue('HIGH');
  expect(screen.getByLabelText('Flagged items: 0')).toBeDisabled();
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

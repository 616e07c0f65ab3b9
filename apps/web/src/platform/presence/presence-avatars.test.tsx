import { expect, test } from '@jest/globals';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PresenceAvatars } from './presence-avatars';

const people = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `person-${n}`, name: `Person ${n}` }));

test('nobody else: nothing', () => {
  const { container } = render(<PresenceAvatars people={[]} />);
  expect(container).toBeEmptyDOMElement();
});

test('a few faces and a number; all names for a screen reader, and on a press for everybody', async () => {
  render(<PresenceAvatars people={people(6)} />);
  const button = screen.getByRole('button', {
    name: /Also looking: Person 0, Person 1, Person 2, Person 3, Person 4, and Person 5/,
  });
  expect(button).toHaveTextContent('+2');
  await userEvent.click(button);
  expect(within(screen.getByRole('list')).getAllByRole('listitem')).toHaveLength(6);
});

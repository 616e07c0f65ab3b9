import { expect, jest, test } from '@jest/globals';
import { Combobox, MultiCombobox } from '@chapterhouse/ui/combobox';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';

const options = [
  { value: '1', label: 'Payments', detail: 'Freight' },
  { value: '2', label: 'Zölle', detail: 'Customs' },
  { value: '3', label: 'Yard' },
];

/** What the options are called, without what stands beside it. */
const labels = () =>
  screen.getAllByRole('option').map((option) => option.querySelector('.ch-listbox__label')?.textContent);

function One({ onChange }: { onChange: (value: string | null) => void }) {
  const [value, setValue] = useState<string | null>('3');
  const change = (next: string | null) => {
    setValue(next);
    onChange(next);
  };
  return <Combobox label="Team" options={options} value={value} onChange={change} />;
}

test('is found by typing without accents and chosen by Enter; emptied text clears it', async () => {
  const onChange = jest.fn();
  render(<One onChange={onChange} />);
  const input = screen.getByRole('combobox', { name: 'Team' });
  expect(input).toHaveValue('Yard');
  await userEvent.clear(input);
  await userEvent.type(input, 'zolle');
  expect(screen.getAllByRole('option')).toHaveLength(1);
  await userEvent.keyboard('{Enter}');
  expect(onChange).toHaveBeenLastCalledWith('2');
  expect(input).toHaveValue('Zölle');
  await userEvent.clear(input);
  await userEvent.tab();
  expect(onChange).toHaveBeenLastCalledWith(null);
});

test('what Enter takes is the nearest: a label that begins so, a word of it, any part of it, then the detail', async () => {
  const onChange = jest.fn();
  const near = [
    { value: 'detail', label: 'Checkout', detail: 'Booking and Fares' },
    { value: 'inside', label: 'Warfare', detail: 'X' },
    { value: 'word', label: 'Old Fare Engine', detail: 'X' },
    { value: 'start', label: 'Fare Engine', detail: 'Booking and Fares' },
  ];
  render(<Combobox label="Team" options={near} value={null} onChange={onChange} />);
  await userEvent.type(screen.getByRole('combobox', { name: 'Team' }), 'fare');
  expect(labels()).toEqual(['Fare Engine', 'Old Fare Engine', 'Warfare', 'Checkout']);
  await userEvent.keyboard('{Enter}');
  expect(onChange).toHaveBeenLastCalledWith('start');
});

test('arrows move, Escape closes and keeps the value', async () => {
  const onChange = jest.fn();
  render(<One onChange={onChange} />);
  const input = screen.getByRole('combobox', { name: 'Team' });
  await userEvent.click(input);
  await userEvent.keyboard('{ArrowDown}');
  expect(input).toHaveAttribute('aria-activedescendant', screen.getByRole('option', { name: /Zölle/ }).id);
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('option')).toBeNull();
  expect(input).toHaveValue('Yard');
  expect(onChange).not.toHaveBeenCalled();
});

test('several: chips are added, and taken away by button or Backspace', async () => {
  function Several() {
    const [values, setValues] = useState<string[]>(['1']);
    return <MultiCombobox label="Teams" options={options} values={values} onChange={setValues} />;
  }
  render(<Several />);
  await userEvent.type(screen.getByRole('combobox', { name: 'Teams' }), 'yard{Enter}');
  expect(screen.getByRole('button', { name: 'Remove Yard' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Remove Payments' }));
  expect(screen.queryByRole('button', { name: 'Remove Payments' })).toBeNull();
  await userEvent.keyboard('{Backspace}');
  expect(screen.queryByRole('button', { name: /^Remove/ })).toBeNull();
});

test('what the server found for the typed words is all shown, in its order; what it has not answered yet is filtered', async () => {
  const onChange = jest.fn();
  const field = (answered: boolean) => (
    <MultiCombobox
      label="Replaces"
      options={[...options.slice(1), ...options.slice(0, 1)]}
      values={['1']}
      onChange={onChange}
      onSearch={() => {}}
      answered={answered}
    />
  );
  const { rerender } = render(field(false));
  await userEvent.type(screen.getByRole('combobox', { name: 'Replaces' }), 'yrad');
  expect(screen.queryByRole('option')).toBeNull();
  await userEvent.keyboard('{Enter}');
  expect(onChange).not.toHaveBeenCalled();
  rerender(field(true));
  expect(labels()).toEqual(['Zölle', 'Yard']);
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(onChange).toHaveBeenLastCalledWith(['1', '3']);
});

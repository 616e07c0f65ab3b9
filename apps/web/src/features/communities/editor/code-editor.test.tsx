import { expect, jest, test } from '@jest/globals';
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef } from 'react';
import '../testing/measured-ranges';
import { CodeEditor, type EditorHands } from './code-editor';
import { surround } from './format-text';

function open(text: string, onFiles = jest.fn<(files: readonly File[]) => void>()) {
  const onChange = jest.fn<(text: string) => void>();
  const hands = createRef<EditorHands>();
  const shown = (words: string, cameIn: number) => (
    <CodeEditor ref={hands} label="Text of Start" text={words} cameIn={cameIn} onChange={onChange} onFiles={onFiles} />
  );
  const { rerender } = render(shown(text, 0));
  return { onChange, onFiles, hands, comeIn: (words: string) => rerender(shown(words, 1)) };
}
const area = () => screen.getByRole('textbox', { name: 'Text of Start' });

test('has a name, says what is typed by the toolbar, and does not keep the Tab key', async () => {
  const { onChange, hands } = open('ship it');
  expect(area()).toHaveTextContent('ship it');
  hands.current?.edit((text) => surround(text, 0, 4, '**', ''));
  expect(onChange).toHaveBeenLastCalledWith('**ship** it');
  expect(area()).toHaveFocus();
  await userEvent.tab();
  expect(area()).not.toHaveFocus();
});

test('words of others come in without being told as typed', () => {
  const { onChange, comeIn } = open('one\ntwo');
  comeIn('one\ntwo\nthree');
  expect(area()).toHaveTextContent('onetwothree');
  expect(onChange).not.toHaveBeenCalled();
});

test('pasted pictures are taken; words with a picture of them stay words', () => {
  const { onFiles } = open('');
  const picture = new File(['x'], 'crane.png', { type: 'image/png' });
  fireEvent.paste(area(), { clipboardData: { files: [picture], types: ['Files'], getData: () => '' } });
  expect(onFiles).toHaveBeenCalledWith([picture]);
  onFiles.mockClear();
  fireEvent.paste(area(), {
    clipboardData: { files: [picture], types: ['text/plain', 'Files'], getData: () => 'a table' },
  });
  expect(onFiles).not.toHaveBeenCalled();
});

test('a picture that is let go over the text is taken, and the browser does not leave for it', () => {
  const { onFiles } = open('one');
  const picture = new File(['x'], 'crane.png', { type: 'image/png' });
  const dataTransfer = { files: [picture], types: ['Files'], getData: () => '' };
  expect(fireEvent.dragOver(area(), { dataTransfer })).toBe(false);
  expect(fireEvent.drop(area(), { dataTransfer })).toBe(false);
  expect(onFiles).toHaveBeenCalledWith([picture]);
  expect(area()).toHaveTextContent('one');
});

import { beforeEach, expect, jest, test } from '@jest/globals';
import { LiveRegion } from '@chapterhouse/ui/live-region';
import { createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { PeopleToMentionQuery } from '../../generated/graphql';
import { always } from '../testing/always';
import { session, viewer } from '../testing/answers';
import { renderScreen } from '../testing/render-screen';
import { MarkdownField } from './markdown-field';
import { PEOPLE_TO_MENTION } from './people-to-mention.operations';
import { PictureRefused, type Pictures } from './pictures';

type Somebody = PeopleToMentionQuery['people']['edges'][number]['node'];
const somebody = (number: number, name: string): Somebody => ({
  __typename: 'Person',
  id: `Person_0b9fd1a0-0000-4000-8000-00000000000${number}`,
  name,
  assignments: [],
});
const ANA = somebody(1, 'Ana Lindqvist');
const BEN = somebody(2, 'Ben [QA] Okafor');

/** As the api does: by the beginning of a word. */
const found = (search: string) => [ANA, BEN].filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()));

type Given = {
  near?: { id: string; name: string }[];
  initial?: string;
  onSubmit?: () => void;
  pictures?: Pictures;
  onUploading?: (now: boolean) => void;
};

function Place({ initial = '', ...rest }: Given) {
  const [text, setText] = useState(initial);
  return (
    <>
      <MarkdownField label="Comment" value={text} onChange={setText} {...rest} />
      <button type="button" onClick={() => setText('')}>
        Empty
      </button>
      <LiveRegion />
    </>
  );
}

async function open(given: Given = {}) {
  const people = always(PEOPLE_TO_MENTION)(({ search }) => ({
    people: {
      __typename: 'PersonConnection',
      edges: found(search ?? '').map((node) => ({ __typename: 'PersonEdge', node })),
    },
  }));
  renderScreen([{ path: '/', element: <Place {...given} /> }], '/', [session(viewer()), people.answer]);
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Comment' });
  return { field, asked: people.variables };
}
const options = () => screen.findAllByRole('option');
const names = async () => (await options()).map(({ textContent }) => textContent);

beforeEach(() => localStorage.clear());

test('an @ lists people; arrows and Enter put one in as a mention', async () => {
  const { field } = await open({ initial: 'Ask  today' });
  field.focus();
  field.setSelectionRange(4, 4);
  await userEvent.keyboard('@');
  expect(await names()).toEqual(['Ana Lindqvist', 'Ben [QA] Okafor']);
  await userEvent.keyboard('{ArrowDown}');
  const [, ben] = await options();
  expect(field).toHaveAttribute('aria-activedescendant', ben?.id);
  expect(field).toHaveAttribute('aria-controls', screen.getByRole('listbox', { name: 'People to mention' }).id);
  await userEvent.keyboard('{Enter}');
  expect(field).toHaveValue(String.raw`Ask [@Ben \[QA\] Okafor](person:${BEN.id}) today`);
  expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
  await userEvent.keyboard('x');
  expect(field).toHaveValue(String.raw`Ask [@Ben \[QA\] Okafor](person:${BEN.id})x today`);
});

test('who is near is offered first, once, and narrowed like everybody else', async () => {
  const { field } = await open({ near: [BEN, { id: 'Person_3', name: 'Bo Reef' }] });
  await userEvent.type(field, '@');
  await waitFor(async () => expect(await names()).toEqual(['Ben [QA] Okafor', 'Bo Reef', 'Ana Lindqvist']));
  await userEvent.keyboard('b');
  expect(await names()).toEqual(['Ben [QA] Okafor', 'Bo Reef']);
});

test('typing on narrows the list, with a word of the family name too; the mouse chooses', async () => {
  const { field, asked } = await open();
  await userEvent.type(field, '@ana li');
  await waitFor(async () => expect(await names()).toEqual(['Ana Lindqvist']));
  await userEvent.click(screen.getByRole('option', { name: 'Ana Lindqvist' }));
  expect(field).toHaveValue(`[@Ana Lindqvist](person:${ANA.id}) `);
  expect(field).toHaveFocus();
  // Not once per letter.
  expect(asked.length).toBeLessThan(5);
});

test('Escape closes the list alone and keeps the words; Enter is a new line again', async () => {
  const { field } = await open();
  await userEvent.type(field, '@ana');
  await options();
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('option')).not.toBeInTheDocument();
  await userEvent.keyboard('{Enter}x');
  expect(field).toHaveValue('@ana\nx');
});

test('a name that nobody has is said, and does not swallow Enter; an e-mail address asks for nobody', async () => {
  const { field, asked } = await open();
  await userEvent.type(field, 'ana@harbour.example ');
  expect(asked).toEqual([]);
  await userEvent.type(field, '@xyz');
  expect(await screen.findByText('Nobody of that name.')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  expect(field).toHaveValue('ana@harbour.example @xyz\n');
});

test('Ctrl+Enter submits, also while the list is open', async () => {
  const onSubmit = jest.fn();
  const { field } = await open({ onSubmit });
  await userEvent.type(field, 'Hello @a');
  await options();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(onSubmit).toHaveBeenCalledTimes(1);
  expect(field).toHaveValue('Hello @a');
});

test('a preview shows it as it will look, and goes back to writing when the words were sent', async () => {
  const { field } = await open({ initial: `Ask **now** [@Ana](person:${ANA.id})` });
  await userEvent.click(screen.getByRole('radio', { name: 'Preview' }));
  const preview = screen.getByRole('region', { name: 'Preview of Comment' });
  expect(await within(preview).findByText('now')).toHaveProperty('tagName', 'STRONG');
  expect(within(preview).getByRole('link', { name: '@Ana' })).toHaveAttribute('href', `/people/${ANA.id}`);
  expect(field).not.toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Empty' }));
  expect(field).toBeVisible();
});

const picture = (name: string, type = 'image/png') => new File(['x'], name, { type });

function paste(field: HTMLElement, files: File[], types = ['Files']) {
  const event = createEvent.paste(field, { clipboardData: { files, types } });
  fireEvent(field, event);
  return event.defaultPrevented;
}

test('a pasted picture is on its way visibly, and arrives behind the line that is written on', async () => {
  let arrive: (at: { url: string }) => void = () => {};
  const upload = jest.fn(() => new Promise<{ url: string }>((resolve) => (arrive = resolve)));
  const onUploading = jest.fn();
  const onSubmit = jest.fn();
  const { field } = await open({ pictures: { upload }, onUploading, onSubmit, initial: 'See\n\nBelow' });
  field.focus();
  field.setSelectionRange(3, 3);
  expect(paste(field, [picture('crane [1].png')])).toBe(true);
  expect(await screen.findByRole('progressbar', { name: 'Uploading crane [1].png' })).toBeVisible();
  expect(onUploading).toHaveBeenLastCalledWith(true);
  await userEvent.keyboard(' this{Control>}{Enter}{/Control}');
  expect(onSubmit).not.toHaveBeenCalled();
  arrive({ url: '/files/images/Image_1' });
  await waitFor(() => expect(screen.queryByRole('progressbar')).not.toBeInTheDocument());
  expect(field).toHaveValue('See this\n\n![crane \\[1\\].png](/files/images/Image_1)\n\n\nBelow');
  expect(onUploading).toHaveBeenLastCalledWith(false);
  await userEvent.keyboard('!');
  expect(field.value.startsWith('See this!\n')).toBe(true);
});

test('pictures that are dropped or chosen arrive in their order', async () => {
  const upload = jest.fn(({ name }: File) => Promise.resolve({ url: `/files/${name}` }));
  const { field } = await open({ pictures: { upload } });
  fireEvent.drop(field, { dataTransfer: { files: [picture('a.png'), picture('image.png')], types: ['Files'] } });
  await waitFor(() => expect(field).toHaveValue('![a.png](/files/a.png)\n\n![Picture](/files/image.png)\n'));
  await userEvent.upload(screen.getByLabelText('Pictures'), picture('c.png'));
  await waitFor(() => expect(field.value.endsWith('![c.png](/files/c.png)\n')).toBe(true));
});

test('a refused picture says why and what to do; a lost one can be tried again', async () => {
  const upload = jest
    .fn<Pictures['upload']>()
    .mockRejectedValueOnce(new PictureRefused('This picture is too large.', 'Save it smaller.'))
    .mockRejectedValueOnce(new TypeError('Failed to fetch'))
    .mockResolvedValueOnce({ url: '/files/b' });
  const { field } = await open({ pictures: { upload }, initial: 'Words' });
  paste(field, [picture('a.png'), picture('b.png'), picture('c.pdf', 'application/pdf')]);
  const notes = await waitFor(() => {
    const all = screen.getAllByRole('alert').filter(({ textContent }) => textContent !== '');
    expect(all).toHaveLength(3);
    return all;
  });
  expect(notes.map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('This picture is too large.Save it smaller.'),
    expect.stringContaining('b.png did not arrive.'),
    expect.stringContaining('c.pdf is no picture.'),
  ]);
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(field).toHaveValue('Words\n\n![b.png](/files/b)\n'));
});

test('words win over a picture of them; a file dropped where no pictures go does not take the page away', async () => {
  const upload = jest.fn<Pictures['upload']>();
  const { field } = await open({ pictures: { upload } });
  expect(paste(field, [picture('table.png')], ['text/plain', 'Files'])).toBe(false);
  expect(upload).not.toHaveBeenCalled();
});

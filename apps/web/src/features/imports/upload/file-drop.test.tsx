import { expect, jest, test } from '@jest/globals';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { pathOf } from './chosen-file';
import { FileDrop } from './file-drop';

type Folder = { [name: string]: string | Folder };

/** As browsers give what is dropped: a folder's entries come in parts. */
function entryOf(name: string, content: string | Folder): object {
  if (typeof content === 'string')
    return {
      name,
      isFile: true,
      isDirectory: false,
      file: (take: (file: File) => void) => take(new File([content], name)),
    };
  const parts = Object.entries(content).map(([inner, one]) => [entryOf(inner, one)]);
  return {
    name,
    isFile: false,
    isDirectory: true,
    createReader: () => ({ readEntries: (take: (part: object[]) => void) => take(parts.shift() ?? []) }),
  };
}
function drop(dropped: Folder): void {
  const items = Object.entries(dropped).map(([name, content]) => ({
    kind: 'file',
    webkitGetAsEntry: () => entryOf(name, content),
  }));
  const files = Object.keys(dropped).map((name) => new File(['x'], name));
  fireEvent.drop(screen.getByText(/^Drop /u), { dataTransfer: { items, files } });
}
const given = (mock: jest.Mock<(files: File[]) => void>): string[][] =>
  mock.mock.calls.map(([files]) => files.map(pathOf));

test('a dropped folder is taken with all that is in it, but for what is of tools', async () => {
  const [onFiles, onFolder] = [jest.fn<(files: File[]) => void>(), jest.fn<(files: File[]) => void>()];
  render(<FileDrop accept=".md" several onFiles={onFiles} onFolder={onFolder} />);
  drop({
    docs: {
      'README.md': '#',
      guide: { 'a.md': 'a', '.pages': 'nav: []' },
      '.git': { config: 'x' },
      node_modules: { 'b.md': '' },
    },
    'loose.md': 'x',
  });
  await waitFor(() => expect(onFolder).toHaveBeenCalled());
  expect(given(onFolder)).toEqual([['docs/README.md', 'docs/guide/a.md', 'docs/guide/.pages']]);
  expect(given(onFiles)).toEqual([['loose.md']]);
});

test('files without a folder are taken as they are', async () => {
  const [onFiles, onFolder] = [jest.fn<(files: File[]) => void>(), jest.fn<(files: File[]) => void>()];
  render(<FileDrop accept=".md" several onFiles={onFiles} onFolder={onFolder} />);
  drop({ 'a.md': 'x', 'b.md': 'y' });
  await waitFor(() => expect(onFiles).toHaveBeenCalled());
  expect(given(onFiles)).toEqual([['a.md', 'b.md']]);
  expect(onFolder).not.toHaveBeenCalled();
});

test('where folders are not taken, that is said', async () => {
  const onFiles = jest.fn<(files: File[]) => void>();
  render(<FileDrop accept=".csv" several={false} onFiles={onFiles} />);
  drop({ docs: { 'a.md': 'x' } });
  expect(await screen.findByText('A folder is not taken here.')).toBeVisible();
  expect(onFiles).not.toHaveBeenCalled();
});

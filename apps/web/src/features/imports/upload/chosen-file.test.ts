import { expect, test } from '@jest/globals';
import { filesOfFolder, pathOf } from './chosen-file';

function fileAt(path: string): File {
  const file = new File(['x'], path.split('/').at(-1) ?? path);
  Object.defineProperty(file, 'webkitRelativePath', { value: path.includes('/') ? path : '' });
  return file;
}

test('of a folder what is of the kind is taken, under its path', () => {
  const files = [
    'adr/0001-a.md',
    'adr/img/a.png',
    'keps/sig-node/1-x/kep.yaml',
    'keps/sig-node/1-x/README.md',
    'b.md',
  ].map(fileAt);
  expect(filesOfFolder('ADR', files).map(pathOf)).toEqual(['adr/0001-a.md', 'keps/sig-node/1-x/README.md', 'b.md']);
  expect(filesOfFolder('KEP', files).map(pathOf)).toEqual(['keps/sig-node/1-x/kep.yaml']);
  expect(filesOfFolder('ORG', files)).toEqual([]);
  const calendars = ['team/lang.toml', 'team/all.ics', 'team/notes.txt'].map(fileAt);
  expect(filesOfFolder('CALENDAR', calendars).map(pathOf)).toEqual(['team/lang.toml', 'team/all.ics']);
});

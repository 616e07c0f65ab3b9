import { expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { Markdown } from './markdown';
import { mentionOf } from './mention';

const ANA = 'Person_0b9fd1a0-1111-4222-8333-0123456789ab';
const PICTURE = '/files/images/Image_0b9fd1a0-1111-4222-8333-0123456789ab';

function show(text: string, { at = '/impediments/IMP-1?mine', people }: { at?: string; people?: string[] } = {}) {
  return render(
    <MemoryRouter initialEntries={[at]}>
      <Markdown text={text} {...(people && { people })} />
    </MemoryRouter>,
  );
}
const links = () => screen.queryAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')]);

test('a mention leads to the person, also one whose name has brackets in it', () => {
  show(`Ask ${mentionOf({ id: ANA, name: 'Ana [Payments] Roth' })} today`);
  expect(links()).toEqual([['@Ana [Payments] Roth', `/people/${ANA}`]]);
});

test('a mention of somebody who is not known here is no link', () => {
  show(`Ask ${mentionOf({ id: ANA, name: 'Ana' })}`, { people: [] });
  expect(links()).toEqual([]);
  expect(screen.getByText('@Ana')).toHaveClass('markdown__mention');
});

test('a key leads to its impediment and keeps the filter that it is read beside', () => {
  show('See IMP-12, (IMP-3) and **IMP-4**.');
  expect(links()).toEqual([
    ['IMP-12', '/impediments/IMP-12?mine'],
    ['IMP-3', '/impediments/IMP-3?mine'],
    ['IMP-4', '/impediments/IMP-4?mine'],
  ]);
});

test('in the inbox a key leads there without a filter', () => {
  show('IMP-12', { at: '/inbox?reason=MENTIONED' });
  expect(links()).toEqual([['IMP-12', '/impediments/IMP-12']]);
});

test.each(['in code: `IMP-12`', '```\nIMP-12\n```', 'SHRIMP-12', 'IMP-0', 'IMP-12-b', 'x/IMP-12', 'IMP-12a', 'imp-12'])(
  'no link: %s',
  (text) => {
    show(text);
    expect(links()).toEqual([]);
  },
);

test('a key inside a link stays part of that link', () => {
  show('[about IMP-12](https://example.org/a) and https://example.org/IMP-12');
  expect(links()).toEqual([
    ['about IMP-12', 'https://example.org/a'],
    ['https://example.org/IMP-12', 'https://example.org/IMP-12'],
  ]);
});

test('an address of this installation that somebody copied opens here', () => {
  show(`${window.location.origin}/impediments/IMP-7`);
  expect(screen.getByRole('link')).not.toHaveAttribute('target');
  expect(screen.getByRole('link')).toHaveAttribute('href', '/impediments/IMP-7?mine');
});

test('a page elsewhere gets no hold of this one', () => {
  show('[there](https://example.org)');
  expect(screen.getByRole('link')).toHaveAttribute('rel', 'noopener noreferrer nofollow');
});

test('a picture that is kept here is drawn; one from elsewhere is a link', () => {
  show(`![The crane](${PICTURE}) ![](https://example.org/x.png)`);
  expect(screen.getByRole('img', { name: 'The crane' })).toHaveAttribute('src', PICTURE);
  expect(screen.getAllByRole('img')).toHaveLength(1);
  expect(screen.getByRole('link', { name: 'Picture' })).toHaveAttribute('href', 'https://example.org/x.png');
});

test('tasks of a list have a name and are not for pressing', () => {
  show('- [x] asked\n- [ ] answered');
  const [done, open] = screen.getAllByRole('checkbox', { name: 'Task' });
  expect(done).toBeChecked();
  expect(open).not.toBeChecked();
  expect(open).toBeDisabled();
});

test.each([
  '<script>window.pwned=1</script>',
  '<img src=x onerror="window.pwned=1">',
  '[x](javascript:window.pwned=1)',
  '[x](JaVaScRiPt:window.pwned=1)',
  '[x](data:text/html,<script>window.pwned=1</script>)',
  '![x](javascript:window.pwned=1)',
  '![x](person:Person_0b9fd1a0-1111-4222-8333-0123456789ab)',
  '[x](person:javascript:window.pwned=1)',
  '[x](person:Person_0b9fd1a0-1111-4222-8333-0123456789ab/../../x)',
  '<javascript:window.pwned=1>',
  '<iframe srcdoc="<script>parent.pwned=1</script>"></iframe>',
  '![x](/files/images/../../graphql?query=x)',
])('nothing of it runs: %s', (text) => {
  const { container } = show(text);
  expect(container.querySelector('script, iframe, img, [onerror], [href^="person"]')).toBeNull();
  for (const link of container.querySelectorAll('a')) expect(link.protocol).toMatch(/^https?:$/);
});

test('what led to another file leads nowhere and says so; decisions and other places are links', () => {
  show(
    'See [gone](missing.md), [up](../a/b.md), [D-2](/decisions/D-2), [top](#top), [file](/files/x), [page](https://x.example/a.md).',
  );
  expect(links()).toEqual([
    ['D-2', '/decisions/D-2'],
    ['top', '#top'],
    ['file', '/files/x'],
    ['page', 'https://x.example/a.md'],
  ]);
  expect(screen.getByTitle('missing.md is not here')).toHaveTextContent('gone (leads to a file that is not here)');
  expect(screen.getByRole('link', { name: 'D-2' })).not.toHaveAttribute('target');
});

test('its headings follow those of the place in which it stands', () => {
  const { rerender } = show('# One');
  expect(screen.getByRole('heading', { name: 'One', level: 4 })).toBeVisible();
  rerender(
    <MemoryRouter>
      <Markdown text="# One" headings={2} />
    </MemoryRouter>,
  );
  expect(screen.getByRole('heading', { name: 'One', level: 2 })).toBeVisible();
});

import { describe, expect, it } from '@jest/globals';
import { readPlaybook, bodyHere, type PlaybookPage } from './read-playbook.js';
import { addressesOf, type ImportedPage, writePage } from './write-page.js';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const addressOf = (goal: PlaybookPage['links'][number]['goal']): string | null => {
  if (goal.to === 'PAGE') return `A-5/${goal.path}${goal.anchor === null ? '' : `#${goal.anchor}`}`;
  return goal.to === 'PICTURE' ? `/files/images/${goal.file}` : null;
};
const fileOf = (target: string): string | null => {
  const files: Record<string, string> = { 'A-5/guide/two': 'guide/two.md', 'A-5/index': 'README.md' };
  return files[target] ?? null;
};

const ONE =
  '\uFEFF---\r\n# kept\r\nowner: "Ana"\r\ntitle: One\r\nreview_by: 2027-01-31\r\nweird:   [ a,b ]\r\n---\r\n\r\n# One\r\n\r\nSee [two](./guide/two.md#a-b "t"),\r\n[again](guide/two.md) and [gone](gone.md).\r\n';

async function imported(): Promise<ImportedPage> {
  const { pages } = await readPlaybook(
    [
      { path: 'README.md', content: bytes('# Top') },
      { path: 'one.md', content: bytes(ONE) },
      { path: 'guide/two.md', content: bytes('# Two\n\n## A b\n') },
    ],
    null,
  );
  const page = pages.find(({ file }) => file === 'one.md');
  if (page === undefined || page.read === null) throw new Error('not read');
  const { head, titleAt } = page.read;
  const addresses = addressesOf(page, addressOf);
  return {
    file: 'one.md',
    text: page.text,
    head,
    titleAt,
    title: page.title,
    body: bodyHere(page, addressOf),
    addresses,
  };
}

describe('A page that goes out again', () => {
  it('has its text, title and links here, and is the same file while nobody touched it', async () => {
    const page = await imported();
    expect(page).toMatchObject({
      title: 'One',
      body: 'See [two](A-5/guide/two#a-b "t"),\n[again](A-5/guide/two) and [gone](gone.md).\n',
    });
    const { file, title, body } = page;
    expect(writePage({ file, title, body, imported: page }, fileOf)).toBe(ONE);
  });

  it('keeps what nobody touched: front matter, line ends, the way addresses are written', async () => {
    const page = await imported();
    const { file, title } = page;
    const body = `${page.body}\nSee [top](A-5/index).\n`;
    expect(writePage({ file, title, body, imported: page }, fileOf)).toBe(`${ONE}\r\nSee [top](README.md).\r\n`);
  });

  it('has a new title in both places, and new addresses where it went', async () => {
    const page = await imported();
    const { body } = page;
    const text = writePage({ file: 'guide/one.md', title: 'One *more*', body, imported: page }, fileOf);
    expect(text).toContain('title: One *more*\r\n');
    expect(text).toContain('\r\n# One \\*more\\*\r\n');
    expect(text).toContain('weird:');
    expect(text).toContain('[two](two.md#a-b "t"),\r\n[again](two.md)');
  });

  it('that was made here has its title as heading', () => {
    const page = { file: 'guide/new.md', title: 'New', body: '[top](A-5/index)\n', imported: null };
    expect(writePage(page, fileOf)).toBe('# New\n\n[top](../README.md)\n');
  });
});

import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Toaster } from '@chapterhouse/ui/toast';
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { viewer } from '../testing/answers';
import { renderScreen } from '../testing/render-screen';
import { lastingSession, signedIn } from '../testing/signed-in';
import { DraftNote } from './draft-note';
import { draftKey, dropOldDrafts, parseDraft } from './draft-store';
import { useDraft } from './use-draft';

const BEN = viewer({ person: { __typename: 'Person', id: 'person-2', name: 'Ben Okafor', email: null } });
const KEY = draftKey('organization-1', 'person-1', 'comment:IMP-1');
const stored = () => parseDraft(localStorage.getItem(KEY));

function Form({ initial }: { initial: string }) {
  const [text, setText, clear, draft] = useDraft('comment:IMP-1', initial);
  return (
    <>
      <DraftNote draft={draft} />
      <textarea aria-label="Comment" value={text} onChange={(event) => setText(event.target.value)} />
      <button type="button" onClick={clear}>
        Sent
      </button>
    </>
  );
}

function Place({ initial }: { initial: string }) {
  const [shown, setShown] = useState(true);
  return (
    <>
      {shown && <Form initial={initial} />}
      <button type="button" onClick={() => setShown(!shown)}>
        Open or close
      </button>
      <Toaster />
    </>
  );
}

async function open({ who = viewer(), initial = '' } = {}) {
  renderScreen(signedIn([{ path: '/', element: <Place initial={initial} /> }]), '/', [lastingSession(who)]);
  return screen.findByRole('textbox');
}

/** As another tab of the same browser does it; `told`: and this one hears of it. */
function writeElsewhere(text: string | null, told: boolean) {
  if (text === null) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, JSON.stringify({ text, at: Date.UTC(2026, 1, 3, 9, 30), from: '' }));
  if (told) act(() => void window.dispatchEvent(new StorageEvent('storage', { key: KEY })));
}

const type = (words: string) => userEvent.type(screen.getByRole('textbox'), words);
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

beforeEach(() => localStorage.clear());
afterEach(() => void jest.restoreAllMocks());

test('words outlive a closed tab, and it is said that and from when they are back', async () => {
  await open();
  await type('Half a sentence');
  cleanup();
  expect(await open()).toHaveValue('Half a sentence');
  expect(screen.getByRole('note')).toHaveTextContent(/^Your text from \d\d:\d\d is back\./);
  await type(' more');
  expect(screen.queryByRole('note')).not.toBeInTheDocument();
});

test('nobody else is shown them', async () => {
  await open();
  await type('Half a sentence');
  cleanup();
  expect(await open({ who: BEN })).toHaveValue('');
  cleanup();
  expect(await open()).toHaveValue('Half a sentence');
});

test('what was sent does not come back', async () => {
  await open();
  await type('Whole');
  await press('Sent');
  expect(screen.getByRole('textbox')).toHaveValue('');
  cleanup();
  expect(await open()).toHaveValue('');
  expect(screen.queryByRole('note')).not.toBeInTheDocument();
});

test('discarded words can be put back, also into a form that was opened anew', async () => {
  await open();
  await type('Half a sentence');
  await press('Open or close');
  await press('Open or close');
  await press('Discard');
  expect(screen.getByRole('textbox')).toHaveValue('');
  expect(localStorage).toHaveLength(0);
  await press('Open or close');
  await press('Open or close');
  await press('Put it back');
  expect(screen.getByRole('textbox')).toHaveValue('Half a sentence');
});

test('emptied words are a draft where there was something to begin with', async () => {
  await open({ initial: 'Saved' });
  await userEvent.clear(screen.getByRole('textbox'));
  cleanup();
  expect(await open({ initial: 'Saved' })).toHaveValue('');
  expect(stored()).toMatchObject({ text: '', from: 'Saved' });
  await type('Saved');
  expect(stored()).toBeNull();
});

test('another tab is followed while it writes, and when it has sent', async () => {
  await open();
  writeElsewhere('One', true);
  expect(screen.getByRole('textbox')).toHaveValue('One');
  writeElsewhere('One and two', true);
  expect(screen.getByRole('textbox')).toHaveValue('One and two');
  writeElsewhere(null, true);
  expect(screen.getByRole('textbox')).toHaveValue('');
});

test('what somebody is writing here stays under their hands; what another tab writes meanwhile stands beside it', async () => {
  await open({ initial: 'Saved' });
  await type(' mine');
  writeElsewhere('Saved theirs', true);
  expect(screen.getByRole('textbox')).toHaveValue('Saved mine');
  expect(screen.getByRole('note')).toHaveTextContent('“Saved theirs”');
  await type('!');
  expect(stored()).toMatchObject({ text: 'Saved mine!' });
  writeElsewhere(null, true);
  expect(screen.getByRole('textbox')).toHaveValue('Saved mine!');
  expect(stored()).toMatchObject({ text: 'Saved mine!', from: 'Saved' });
});

test('newer words of another tab that this one has not seen are kept beside its own, until somebody chooses', async () => {
  await open();
  await type('Mine');
  writeElsewhere('Theirs', false);
  await type('!');
  expect(screen.getByRole('textbox')).toHaveValue('Mine!');
  expect(screen.getByRole('note')).toHaveTextContent('In another tab you wrote at 3 Feb 2026, 09:30: “Theirs”');
  cleanup();
  expect(await open()).toHaveValue('Mine!');
  await press('Use that instead');
  expect(screen.getByRole('textbox')).toHaveValue('Theirs');
  expect(stored()).toMatchObject({ text: 'Theirs' });
});

test('words of another tab are the next draft once these are sent; “keep” throws them away', async () => {
  await open();
  await type('Mine');
  writeElsewhere('Theirs', false);
  await type('!');
  await press('Sent');
  expect(screen.getByRole('textbox')).toHaveValue('Theirs');
  writeElsewhere('Third', false);
  await type('!');
  await press('Keep what is here');
  expect(stored()).toEqual({ text: 'Theirs!', at: expect.any(Number), from: '' });
});

test('a storage that is full or forbidden loses nothing on the screen', async () => {
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await open();
  await type('Half');
  expect(screen.getByRole('textbox')).toHaveValue('Half');
  jest.restoreAllMocks();
  writeElsewhere('Theirs', true);
  expect(screen.getByRole('textbox')).toHaveValue('Half');
  expect(screen.getByRole('note')).toHaveTextContent('“Theirs”');
});

test('what nobody came back to in 30 days is dropped, and what cannot be read', () => {
  const now = Date.UTC(2026, 5, 1);
  const old = (days: number) => JSON.stringify({ text: 'x', at: now - days * 86_400_000, from: '' });
  localStorage.setItem(draftKey('o', 'p', 'one'), old(31));
  localStorage.setItem(draftKey('o', 'p', 'two'), old(29));
  localStorage.setItem(draftKey('o', 'p', 'three'), 'no draft');
  localStorage.setItem('chapterhouse.theme', 'dark');
  dropOldDrafts(now);
  expect(Object.keys(localStorage).toSorted()).toEqual(['chapterhouse.draft.o.p.two', 'chapterhouse.theme']);
});

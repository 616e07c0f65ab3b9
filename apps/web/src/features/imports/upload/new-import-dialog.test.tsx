import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { viewer } from '../../../platform/testing/answers';
import { always } from '../../../platform/testing/always';
import { renderScreen } from '../../../platform/testing/render-screen';
import { lastingSession, signedIn } from '../../../platform/testing/signed-in';
import { IMPORTS } from '../imports.operations';
import { ImportsPage } from '../list/imports-page';

/** Stands for the browser's request: keeps what was sent, answers when told to. */
class SentRequest extends EventTarget {
  static sent: SentRequest[] = [];
  readonly upload = new EventTarget();
  readonly headers: Record<string, string> = {};
  address = '';
  status = 0;
  responseText = '';
  open(_method: string, address: string): void {
    this.address = address;
  }
  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value;
  }
  send(): void {
    SentRequest.sent.push(this);
  }
  abort(): void {
    this.dispatchEvent(new Event('abort'));
  }
  answer(status: number, body: object): void {
    Object.assign(this, { status, responseText: JSON.stringify(body) });
    this.dispatchEvent(new Event('load'));
  }
}

const browser = globalThis.XMLHttpRequest;
beforeEach(() => {
  SentRequest.sent = [];
  Object.assign(globalThis, { XMLHttpRequest: SentRequest });
});
afterEach(() => void Object.assign(globalThis, { XMLHttpRequest: browser }));

const nth = async (index: number): Promise<SentRequest> => {
  await screen.findByRole('progressbar');
  const request = SentRequest.sent[index];
  if (!request) throw new Error(`Request ${index} was not sent.`);
  return request;
};

async function sendTwoJiraFiles() {
  const none = always(IMPORTS)(() => ({
    imports: {
      __typename: 'ImportConnection',
      totalCount: 0,
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      edges: [],
    },
  }));
  const who = viewer({ can: ['import:view', 'import:run'] });
  const routes = signedIn([{ path: 'imports', element: <ImportsPage /> }]);
  const rendered = renderScreen(routes, '/imports', [lastingSession(who), none.answer]);
  await userEvent.click(await screen.findByRole('button', { name: 'New import' }));
  const dialog = await screen.findByRole('dialog', { name: 'New import' });
  expect(within(dialog).getByRole('button', { name: 'Send the file' })).toBeDisabled();
  await userEvent.click(within(dialog).getByRole('radio', { name: /Jira REST JSON/ }));
  const files = [new File(['{}'], 'ALOY.json'), new File(['{}'], 'MOD.json')];
  await userEvent.upload(within(dialog).getByLabelText('Files'), files);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Send 2 files' }));
  return { dialog, ...rendered };
}

test('several files become one import, whose page opens', async () => {
  const { address } = await sendTwoJiraFiles();
  const first = await nth(0);
  expect(first.address).toBe('/files/imports?kind=JIRA_JSON&name=ALOY.json');
  expect(first.headers).toEqual({ 'content-type': 'application/octet-stream', 'x-chapterhouse': 'web' });
  await act(async () => first.answer(201, { id: 'Import_9', version: 1 }));
  const second = await nth(1);
  expect(second.address).toBe('/files/imports?kind=JIRA_JSON&name=MOD.json&import=Import_9');
  await act(async () => second.answer(201, { id: 'Import_9', version: 2 }));
  await screen.findByText('Elsewhere');
  expect(address()).toBe('/imports/Import_9');
});

test('a refused file says why; the others can go on without it', async () => {
  const { dialog, address } = await sendTwoJiraFiles();
  const first = await nth(0);
  await act(async () => first.answer(201, { id: 'Import_9', version: 1 }));
  const second = await nth(1);
  await act(async () => second.answer(413, { code: 'IMPORT_TOO_LARGE', details: { limit: 67_108_864 } }));
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('MOD.json: This file is too large.');
  expect(within(dialog).getByRole('alert')).toHaveTextContent('64 MB');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Go on without it' }));
  await screen.findByText('Elsewhere');
  expect(address()).toBe('/imports/Import_9');
});

import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { markReachable, markUnreachable } from '../../../platform/offline/connection';
import { IMPEDIMENT_BOARD } from '../live-board/live-board.operations';
import { boardOf, card, CHECKOUT } from '../testing/impediment-facts';
import { on, onItsWay, type Refused, renderImpediments } from '../testing/render-impediments';
import { setRaising } from './raise-dialog-state';
import { RAISE_IMPEDIMENT } from './raise.operations';

const board = on(IMPEDIMENT_BOARD, () => boardOf(card(1)));
const raise = on(RAISE_IMPEDIMENT, ({ input }) => ({ raiseImpediment: card(2, { title: input.title }) }));

afterEach(() => {
  act(() => setRaising(false));
  act(markReachable);
  localStorage.clear();
});

async function open() {
  await screen.findByRole('link', { name: 'Impediment 1' });
  await userEvent.keyboard('c');
  return screen.findByRole('dialog', { name: 'Raise an impediment' });
}

describe('without a connection', () => {
  const inTheAir = async (words: string, how: () => { raiseImpediment: ReturnType<typeof card> } | Refused) => {
    const reply = onItsWay();
    const answer = on(RAISE_IMPEDIMENT, async () => {
      await reply.arrived;
      return how();
    });
    renderImpediments('/impediments', [board, answer], { teams: [CHECKOUT] });
    const dialog = await open();
    await userEvent.keyboard(words);
    act(markUnreachable);
    expect(within(dialog).getByText(/pictures can be added when it is back/)).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(screen.getByText(`“${words}” waits for a connection.`)).toBeVisible();
    // The form is free for the next one.
    const next = await open();
    expect(within(next).getByRole('textbox', { name: 'What is in the way?' })).toHaveValue('');
    await userEvent.keyboard('{Escape}');
    reply.arrive();
    act(markReachable);
  };

  test('it waits, and says when it is raised', async () => {
    await inTheAir('No light', () => ({ raiseImpediment: card(30, { title: 'No light' }) }));
    expect(await screen.findByRole('button', { name: 'Open IMP-30' })).toBeVisible();
  });

  test('refused when it comes, its words are there to be put back', async () => {
    await inTheAir('No water', () => ({
      code: 'FORBIDDEN',
      details: { action: 'impediment:raise', reason: 'You left the team.' },
    }));
    expect(await screen.findByText('“No water” is not raised. You left the team.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Put the words back' }));
    const dialog = await screen.findByRole('dialog', { name: 'Raise an impediment' });
    expect(within(dialog).getByRole('textbox', { name: 'What is in the way?' })).toHaveValue('No water');
  });
});

describe('a picture', () => {
  const picture = new File([new Uint8Array(4)], 'fire.png', { type: 'image/png' });
  const send = jest.fn<typeof fetch>();
  const real = { fetch: globalThis.fetch, timeout: AbortSignal.timeout };
  beforeEach(() => {
    globalThis.fetch = send;
    AbortSignal.timeout = () => new AbortController().signal;
  });
  afterEach(() => {
    globalThis.fetch = real.fetch;
    AbortSignal.timeout = real.timeout;
  });
  const answers = (status: number, body: object) =>
    ({ status, text: () => Promise.resolve(JSON.stringify(body)) }) as never;

  test('dropped anywhere or pasted into the title goes into the description; nothing is sent before it has arrived', async () => {
    const reply = onItsWay();
    send.mockImplementation(async () => {
      await reply.arrived;
      return answers(201, { url: '/files/images/Image_1' });
    });
    const { asked } = renderImpediments('/impediments', [board, raise], { teams: [CHECKOUT] });
    const dialog = await open();
    await userEvent.keyboard('The printer is on fire');
    const files = { files: [picture], types: ['Files'] };
    const combobox = within(dialog).getByRole('combobox', { name: 'Raising team' });
    expect(fireEvent.dragOver(combobox, { dataTransfer: files })).toBe(false);
    expect(fireEvent.drop(combobox, { dataTransfer: files })).toBe(false);
    await userEvent.keyboard('{Enter}');
    expect(within(dialog).getByText(/A picture is still on its way/)).toBeVisible();
    reply.arrive();
    const description = within(dialog).getByRole('textbox', { name: /^Description/ });
    await waitFor(() => expect(description).toHaveValue('![fire.png](/files/images/Image_1)\n'));
    const title = within(dialog).getByRole('textbox', { name: 'What is in the way?' });
    expect(fireEvent.paste(title, { clipboardData: files })).toBe(false);
    await waitFor(() => expect(Reflect.get(description, 'value')).toMatch(/^(!.*fire\.png.*\s+){2}$/));
    await userEvent.click(within(dialog).getByRole('button', { name: /^Raise Ctrl/ }));
    await waitFor(() => expect(asked(RAISE_IMPEDIMENT)).toHaveLength(1));
    expect(asked(RAISE_IMPEDIMENT)[0]).toMatchObject({
      input: { description: expect.stringContaining('/files/images/Image_1') },
    });
  });

  test('that is not taken says why, and leaves every word', async () => {
    send.mockImplementation(() => answers(415, { code: 'IMAGE_KIND', details: { kinds: [] } }));
    renderImpediments('/impediments', [board, raise], { teams: [CHECKOUT] });
    const dialog = await open();
    await userEvent.keyboard('The printer is on fire');
    fireEvent.drop(dialog, { dataTransfer: { files: [picture], types: ['Files'] } });
    fireEvent.drop(within(dialog).getByRole('textbox', { name: 'What is in the way?' }), {
      dataTransfer: { files: [picture], types: ['Files'] },
    });
    expect(await within(dialog).findByText(/not a picture of a kind that is shown here/)).toBeVisible();
    expect(within(dialog).getByRole('textbox', { name: 'What is in the way?' })).toHaveValue('The printer is on fire');
  });
});

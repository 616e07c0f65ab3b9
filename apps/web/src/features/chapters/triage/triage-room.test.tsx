import { expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderTriage, type Server } from '../testing/render-triage';
import { action, ANA, item, ROWAN, session, TAKES_PART } from '../testing/triage-facts';

const at = (n: number) => ({ __typename: 'TriageItem' as const, id: `item-${n}` });
const agenda = () => screen.findByRole('region', { name: 'Agenda' });
const discussed = () => screen.findByRole('region', { name: 'Under discussion' });

test('whoever facilitates takes up the first item by one key, with its timebox; everybody sees the same', async () => {
  const server: Server = (name, variables, now) =>
    name === 'TakeUpItem' ? { ...now, current: { __typename: 'TriageItem', id: String(variables['itemId']) } } : now;
  const { sent } = renderTriage(session(), server);
  expect(within(await agenda()).getAllByRole('listitem')).toHaveLength(3);
  await userEvent.keyboard('n');
  expect(sent('TakeUpItem')).toEqual([{ itemId: 'item-1', seconds: 180 }]);
  expect(within(await discussed()).getByRole('heading', { name: 'Ramp 1 is closed' })).toBeVisible();
  await userEvent.keyboard('n');
  await waitFor(() => expect(sent('TakeUpItem').at(-1)).toEqual({ itemId: 'item-2', seconds: 180 }));
});

test('who does not facilitate sees no steering, and follows what is told live', async () => {
  const { tell } = renderTriage(session({ viewerCan: TAKES_PART, facilitator: ROWAN }));
  await agenda();
  expect(screen.queryByRole('button', { name: /Take up the first item/ })).toBeNull();
  expect(screen.queryByRole('button', { name: /End the triage/ })).toBeNull();
  await tell(session({ viewerCan: TAKES_PART, facilitator: ROWAN, current: at(2) }));
  expect(within(await discussed()).getByRole('heading', { name: 'Ramp 2 is closed' })).toBeVisible();
  expect(screen.getByText('Under discussion: IMP-2 Ramp 2 is closed.')).toBeInTheDocument();
  // How it ends is said by who facilitates, or by who owns it.
  expect(screen.queryByRole('region', { name: 'How it ends' })).toBeNull();
});

test('dots show at once; pressed fast, the last number is sent last; never more than there are', async () => {
  const waiting: (() => void)[] = [];
  const server: Server = async (name, variables, now) => {
    if (name !== 'SetTriageDots') return now;
    await new Promise<void>((resolve) => waiting.push(resolve));
    const dots = Number(variables['dots']);
    return {
      ...now,
      viewerDotsLeft: 3 - dots,
      items: now.items.map((one) => (one.id === variables['itemId'] ? { ...one, dots, viewerDots: dots } : one)),
    };
  };
  const { sent } = renderTriage(session(), server);
  const first = await screen.findByRole('group', { name: 'Dots of IMP-1 Ramp 1 is closed' });
  const more = () => within(first).getByRole('button', { name: 'Place a dot' });
  await userEvent.click(more());
  await userEvent.click(more());
  await userEvent.click(more());
  expect(first).toHaveTextContent('3 dots, 3 of them yours');
  expect(screen.getByText('of your 3 dots left').parentElement ?? document.body).toBeVisible();
  // One is under way; the others wait for it, and only the last number goes.
  expect(sent('SetTriageDots').map(({ dots }) => dots)).toEqual([1]);
  waiting.shift()?.();
  await waitFor(() => expect(sent('SetTriageDots').map(({ dots }) => dots)).toEqual([1, 3]));
  waiting.shift()?.();
  const second = screen.getByRole('group', { name: 'Dots of IMP-2 Ramp 2 is closed' });
  await waitFor(() => expect(within(second).getByRole('button', { name: 'No dots left' })).toBeDisabled());
  expect(first).toHaveTextContent('3 dots, 3 of them yours');
});

test('dots that are refused are taken back, and it is said why', async () => {
  renderTriage(session(), (name, _, now) =>
    name === 'SetTriageDots' ? { code: 'TOO_FEW_DOTS', details: { left: 0, perPerson: 3 } } : now,
  );
  const first = await screen.findByRole('group', { name: 'Dots of IMP-1 Ramp 1 is closed' });
  await userEvent.click(within(first).getByRole('button', { name: 'Place a dot' }));
  expect(await screen.findByText('Your 3 dots are all placed.')).toBeVisible();
  expect(first).toHaveTextContent('0 dots, 0 of them yours');
});

test('an item leaves triaged with owner, severity, level and next step; what is missing is said before it is sent', async () => {
  const server: Server = (name, _, now) =>
    name === 'EndTriageItem'
      ? { ...now, current: null, items: now.items.map((one) => (one.id === 'item-1' ? ended(one) : one)) }
      : now;
  const ended = (one: ReturnType<typeof item>) => ({
    ...one,
    result: 'TRIAGED' as const,
    note: 'Rowan calls.',
    endedBy: ANA,
    endedAt: new Date().toISOString(),
  });
  const { sent } = renderTriage(session({ current: at(1) }), server);
  const ending = await screen.findByRole('region', { name: 'How it ends' });
  const submit = await within(ending).findByRole('button', { name: /^Triage Ctrl/ });
  await userEvent.click(submit);
  expect(await within(ending).findByText('Choose who sees to it.')).toBeVisible();
  expect(sent('EndTriageItem')).toEqual([]);
  await userEvent.click(within(ending).getByRole('button', { name: 'Take it myself' }));
  await userEvent.selectOptions(within(ending).getByLabelText('Severity'), 'High');
  await userEvent.type(within(ending).getByLabelText('Next step'), 'Rowan calls.');
  await userEvent.click(submit);
  expect(sent('EndTriageItem')).toEqual([
    {
      itemId: 'item-1',
      version: 1,
      idempotencyKey: expect.any(String),
      result: {
        kind: 'TRIAGED',
        ownerId: 'person-1',
        severity: 'HIGH',
        level: 2,
        nextStep: 'Rowan calls.',
        dueOn: null,
        impedimentVersion: 1,
      },
    },
  ]);
  expect(within(await screen.findByRole('region', { name: 'Result' })).getByText('Rowan calls.')).toBeVisible();
});

test('a result does not overwrite what somebody changed meanwhile: it is shown, and sent again on purpose', async () => {
  const owned = (one: ReturnType<typeof item>) => ({
    ...one,
    impediment: one.impediment && { ...one.impediment, owner: ROWAN, nextStep: 'Elsewhere', version: 2 },
  });
  const server: Server = (name, variables, now) => {
    const { impedimentVersion } = Object(variables['result']);
    if (name !== 'EndTriageItem' || impedimentVersion === 2) return now;
    return { code: 'CONFLICT', details: { currentVersion: 2, current: { key: 'IMP-1' } } };
  };
  const { sent, tell } = renderTriage(session({ current: at(1) }), server);
  const ending = await screen.findByRole('region', { name: 'How it ends' });
  await userEvent.click(within(ending).getByRole('button', { name: 'Decline' }));
  await userEvent.type(within(ending).getByLabelText('Why is it declined?'), 'Not ours');
  // Told live, it is on the screen; what is being written was written for what was there before.
  await tell(session({ current: at(1), items: [owned(item(1))] }));
  const submit = within(ending).getByRole('button', { name: /^Decline Ctrl/ });
  await userEvent.click(submit);
  expect(await within(ending).findByText(/It is now: .*owner Rowan Squall.*Elsewhere/)).toBeVisible();
  await userEvent.click(submit);
  const versions = sent('EndTriageItem').map(({ result }) => Object(result).impedimentVersion);
  expect(versions).toEqual([1, 2]);
});

test('who owns what is under discussion says how it ends, and of nothing else', async () => {
  const viewerCan = [...TAKES_PART, 'triage:end-item'];
  const { tell } = renderTriage(session({ current: at(1), viewerCan, facilitator: ROWAN }));
  expect(await screen.findByRole('region', { name: 'How it ends' })).toBeVisible();
  await userEvent.click(within(await agenda()).getByRole('button', { name: /IMP-3/ }));
  expect(screen.queryByRole('region', { name: 'How it ends' })).toBeNull();
  await tell(session({ current: at(3), viewerCan: TAKES_PART, facilitator: ROWAN }));
  expect(screen.queryByRole('region', { name: 'How it ends' })).toBeNull();
});

test('ending says what becomes of what is under discussion, of what was begun, and of what nobody came to', async () => {
  renderTriage(session({ current: at(1), items: [item(1), item(2, { secondsSpent: 40 }), item(3), item(4)] }));
  await userEvent.click(await screen.findByRole('button', { name: 'End the triage …' }));
  const dialog = await screen.findByRole('dialog', { name: 'End the triage?' });
  expect(dialog).toHaveTextContent('IMP-1 Ramp 1 is closed is under discussion and has no result');
  expect(dialog).toHaveTextContent('1 item that was spoken of is parked as “not finished”.');
  expect(dialog).toHaveTextContent('2 items without a result are parked as “not reached”.');
});

test('only how it can end is offered: what is legal and permitted, parking always', async () => {
  const plain = item(1);
  const looked = plain.impediment && { ...plain.impediment, viewerCan: ['impediment:view'] };
  renderTriage(session({ current: at(1), items: [{ ...plain, impediment: looked }] }));
  const kinds = await screen.findByRole('group', { name: 'Result' });
  expect(
    within(kinds)
      .getAllByRole('button')
      .map((one) => one.textContent),
  ).toEqual(['Park']);
  expect(screen.getByText(/can do more than park it/)).toBeVisible();
});

test('an action is noted with whom and until when', async () => {
  const { sent } = renderTriage(session({ current: at(1) }), (name, _, now) =>
    name === 'PromiseAction' ? { ...now, items: [item(1, { actions: [action(1)] })] } : now,
  );
  await discussed();
  await userEvent.keyboard('a');
  await userEvent.type(screen.getByLabelText('What is promised?'), 'Call the harbour 1');
  await userEvent.selectOptions(screen.getByLabelText('Who'), 'Rowan Squall');
  await userEvent.click(screen.getByRole('button', { name: 'Note it' }));
  expect(sent('PromiseAction')).toEqual([
    expect.objectContaining({ itemId: 'item-1', title: 'Call the harbour 1', ownerId: 'person-2' }),
  ]);
  const noted = await screen.findByRole('region', { name: 'Actions' });
  expect(within(noted).getByText('Rowan Squall, by 2 March 2099')).toBeVisible();
});

test('one may look at another item, and comes along when everybody goes on', async () => {
  const { tell } = renderTriage(session({ current: at(1), viewerCan: TAKES_PART }));
  await discussed();
  await userEvent.click(within(await agenda()).getByRole('button', { name: /IMP-3/ }));
  const other = screen.getByRole('region', { name: 'Another item' });
  expect(within(other).getByRole('heading', { name: 'Ramp 3 is closed' })).toBeVisible();
  await tell(session({ current: at(2), viewerCan: TAKES_PART }));
  expect(within(await discussed()).getByRole('heading', { name: 'Ramp 2 is closed' })).toBeVisible();
});

test('who is here is told from who was; a facilitator who is gone can be replaced when the server says so', async () => {
  const { present, sent, tell } = renderTriage(
    session({ facilitator: ROWAN, viewerCan: [...TAKES_PART, 'triage:take-over'] }),
  );
  await agenda();
  await present(ROWAN);
  expect(screen.getByRole('button', { name: /^2 here/ })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Take over' })).toBeNull();
  await present();
  await userEvent.click(await screen.findByRole('button', { name: 'Take over' }));
  expect(sent('HandOverTriage')).toEqual([{ sessionId: 'session-1', version: 1, personId: 'person-1' }]);
  await tell(session({ version: 2 }));
  expect(screen.getByText(/Ana Lindqvist facilitates$/)).toBeVisible();
});

test('who opens it takes part; who takes part already does not join twice', async () => {
  const alone = [{ __typename: 'TriageParticipant' as const, joinedAt: new Date().toISOString(), person: ROWAN }];
  const late = renderTriage(session({ participants: alone, viewerCan: TAKES_PART, facilitator: ROWAN }), () =>
    session(),
  );
  await agenda();
  await waitFor(() => expect(late.sent('JoinTriage')).toEqual([{ sessionId: 'session-1' }]));
});

test('an ended one shows what came of it, and its minutes', async () => {
  renderTriage(
    session({
      state: 'ENDED',
      endedAt: new Date(Date.now() + 25 * 60_000).toISOString(),
      minutes: '# Minutes\n\nAll went well.',
      viewerCan: ['chapter:view'],
      items: [item(1, { result: 'TRIAGED', actions: [action(1)] }), item(2, { result: 'PARKED' })],
    }),
  );
  const came = await screen.findByRole('region', { name: 'What came of it' });
  expect(came).toHaveTextContent('Triaged1Parked1Actions promised1');
  expect(await screen.findByText('All went well.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Copy the minutes' })).toBeVisible();
});

test('the wall shows one item, large, and leads on by the same keys', async () => {
  const { address, sent } = renderTriage(
    session({ current: at(1), items: [item(1, { dots: 2 }), item(2)] }),
    (_, __, now) => now,
    '/triage/session-1/projector',
  );
  expect(await screen.findByRole('heading', { level: 1, name: 'IMP-1 Ramp 1 is closed' })).toBeVisible();
  const shown = screen.getByRole('region', { name: 'Under discussion' });
  expect(shown).toHaveTextContent('2 dots');
  expect(screen.getByText(/^Next: Ramp 2 is closed/)).toHaveTextContent('No dots');
  await userEvent.keyboard('n');
  expect(sent('TakeUpItem')).toEqual([{ itemId: 'item-2', seconds: 180 }]);
  await userEvent.keyboard('p');
  await waitFor(() => expect(address()).toBe('/triage/session-1'));
});

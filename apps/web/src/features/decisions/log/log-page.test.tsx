import { afterEach, expect, test } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { always } from '../../../platform/testing/always';
import { refused } from '../../../platform/testing/answers';
import { DECISION } from '../page/decision.operations';
import { DECISIONS, NAMED_THING } from '../decisions.operations';
import { setProposing } from '../propose/propose-state';
import { found, line, record, ROWAN } from '../testing/decision-facts';
import { renderDecisions } from '../testing/render-decisions';

afterEach(() => act(() => setProposing(null)));

const some = () =>
  always(DECISIONS)(() =>
    found([
      {
        decision: line(7, { title: 'Payments are released every week' }),
        titleMarked: 'Payments are \uE000released\uE001 every week',
        snippet: 'A **smaller** \uE000release\uE001 breaks less.',
      },
      { decision: line(8, { title: 'Second', state: 'PROPOSED', decidedBy: null, decidedAt: null }) },
    ]),
  );

test('what was found: its words marked, where it holds, who decided it', async () => {
  renderDecisions('/decisions?text=release', [some().answer]);
  const [first, second] = await screen.findAllByRole('listitem');
  if (!first || !second) throw new Error('Two were found.');
  expect(within(first).getByRole('link')).toHaveTextContent('Payments are released every week');
  expect([...first.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['released', 'release']);
  expect(first).toHaveTextContent('A smaller release breaks less.');
  expect(first).not.toHaveTextContent(/[\uE000\uE001*]/u);
  expect(first).toHaveTextContent(/Checkout.*Product.*accepted by Wren Gale on 9 March/);
  expect(second).toHaveTextContent('proposed by Rowan Squall on 2 March');
  expect(screen.getByText('2 decisions found')).toBeVisible();
});

test('words and the usual questions go into the address and to the server', async () => {
  const asked = some();
  const { address } = renderDecisions('/decisions', [asked.answer]);
  await screen.findByText('2 decisions');
  await userEvent.keyboard('/');
  const field = screen.getByRole('searchbox', { name: 'Search the decisions' });
  expect(field).toHaveFocus();
  await userEvent.keyboard('weekly');
  await waitFor(() => expect(address()).toBe('/decisions?text=weekly'));
  await userEvent.click(screen.getByRole('button', { name: 'In force' }));
  await waitFor(() => expect(address()).toBe('/decisions?text=weekly&states=ACCEPTED'));
  expect(screen.getByRole('button', { name: 'In force' })).toHaveAttribute('aria-pressed', 'true');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Order' }), 'Oldest first');
  await waitFor(() =>
    expect(asked.variables.at(-1)).toEqual({
      first: 30,
      filter: { text: 'weekly', states: ['ACCEPTED'] },
      order: 'OLDEST',
    }),
  );
  expect([...new Set(asked.variables.map(({ order }) => order))]).toEqual(['NEWEST', 'RELEVANCE', 'OLDEST']);
  await userEvent.click(screen.getByRole('button', { name: 'Waits for me' }));
  await waitFor(() => expect(address()).toBe('/decisions?text=weekly&waitsForMe=1&order=OLDEST'));
});

test('what else it is narrowed to is a chip each, named, and taken away by a key', async () => {
  const named = always(NAMED_THING)(({ id }) => ({ node: id === ROWAN.id ? ROWAN : null })).answer;
  const { address } = renderDecisions(
    `/decisions?personId=${ROWAN.id}&scopeId=area-1&within=1&from=2026-01-01&endsBefore=2026-02-01&states=VETOED`,
    [some().answer, named],
  );
  const chips = await screen.findByRole('list', { name: 'What is filtered' });
  await waitFor(() =>
    expect(
      within(chips)
        .getAllByRole('listitem')
        .map((chip) => chip.textContent),
    ).toEqual(['Vetoed', 'Payments and below', 'Person: Rowan Squall', 'From 1 January', 'Until 31 January']),
  );
  within(chips).getByRole('button', { name: 'Remove Payments and below' }).focus();
  await userEvent.keyboard('{Backspace}');
  await waitFor(() => expect(address()).not.toContain('scopeId'));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Remove Person: Rowan Squall' })).toHaveFocus());
  await userEvent.click(screen.getByRole('button', { name: 'Clear all' }));
  await waitFor(() => expect(address()).toBe('/decisions'));
  expect(screen.getByRole('searchbox')).toHaveFocus();
});

test('the filter behind its button: a place with what is below it, an area, a person, days', async () => {
  const asked = some();
  const { address } = renderDecisions('/decisions', [asked.answer]);
  await screen.findByText('2 decisions');
  await userEvent.keyboard('f');
  const form = await screen.findByRole('dialog', { name: 'Filter' });
  await userEvent.type(within(form).getByRole('combobox', { name: 'Where it holds' }), 'paym{Enter}');
  expect(await within(form).findByRole('checkbox', { name: 'And everything below it' })).toBeChecked();
  await userEvent.selectOptions(await within(form).findByRole('combobox', { name: 'Decision area' }), 'Releases');
  await userEvent.type(within(form).getByRole('textbox', { name: 'Touches the item or impediment' }), 'PAY-12{Enter}');
  await waitFor(() =>
    expect(address()).toBe('/decisions?scopeId=area-1&within=1&decisionAreaId=area-releases&touchesKey=PAY-12'),
  );
});

test('arrows, j and k walk what was found; Enter opens it, and the way back is kept', async () => {
  const decision = always(DECISION)(({ key }) => ({ decision: record(Number(key.slice(2))) })).answer;
  const { address } = renderDecisions('/decisions?text=release', [some().answer, decision]);
  await screen.findByText('2 decisions found');
  await userEvent.keyboard('/{ArrowDown}');
  expect(screen.getByRole('link', { name: 'Payments are released every week' })).toHaveFocus();
  await userEvent.keyboard('j');
  expect(screen.getByRole('link', { name: 'Second' })).toHaveFocus();
  await userEvent.keyboard('jk{Enter}');
  await waitFor(() => expect(address()).toBe('/decisions/D-7'));
  expect(await screen.findByRole('link', { name: 'Back to where you were' })).toHaveAttribute(
    'href',
    '/decisions?text=release',
  );
});

test('more come behind those that are there', async () => {
  const pages = always(DECISIONS)(({ after }) =>
    after
      ? found([{ decision: line(1) }], { totalCount: 2 })
      : found([{ decision: line(2) }], { totalCount: 2, endCursor: 'after D-2' }),
  );
  renderDecisions('/decisions', [pages.answer]);
  expect(await screen.findByText('1 of 2')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
  expect(await screen.findByRole('link', { name: 'Decision 1' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Decision 2' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument();
  expect(pages.variables.at(-1)).toMatchObject({ after: 'after D-2' });
});

test('an empty log says what it is for, an empty search the way out, a refusal what to do', async () => {
  const none = always(DECISIONS)(() => found([])).answer;
  renderDecisions('/decisions', [none]);
  expect(await screen.findByRole('heading', { name: 'No decisions yet' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Propose the first decision' }));
  expect(await screen.findByRole('dialog', { name: 'Propose a decision' })).toBeVisible();
});

test('nothing fits', async () => {
  renderDecisions('/decisions?text=zzz', [always(DECISIONS)(() => found([])).answer]);
  expect(await screen.findByRole('heading', { name: 'No decision fits this' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Show all decisions' })).toHaveAttribute('href', '/decisions');
});

test('a refusal says what to do next', async () => {
  const no = refused(DECISIONS, { first: 30, filter: {}, order: 'NEWEST' }, 'RATE_LIMITED', { retryAfterSeconds: 5 });
  renderDecisions('/decisions', [no]);
  expect(await screen.findByText('Too many attempts.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
});

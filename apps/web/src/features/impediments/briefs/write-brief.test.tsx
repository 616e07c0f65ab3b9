import { afterEach, expect, test } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { BriefLineFragment } from '../../../generated/graphql';
import { addDays, todayIn } from '../../../platform/dates/day-words';
import { IMPEDIMENT_BY_KEY, IMPEDIMENT_LEVELS } from '../impediments.operations';
import {
  answerOf,
  ASK,
  briefLine,
  briefWords,
  HAZEL,
  ladder,
  LINDEN,
  PROPOSAL,
  sentBrief,
} from '../testing/brief-facts';
import { detail, ROWAN } from '../testing/impediment-facts';
import { on, type Refused, renderImpediments } from '../testing/render-impediments';
import { BRIEF_PAGE, BRIEF_PREVIEW, BRIEF_TO_WRITE, SEND_BRIEF } from './briefs.operations';

afterEach(() => localStorage.clear());

const ladderOf = on(IMPEDIMENT_LEVELS, () => ladder);
const preview = on(BRIEF_PREVIEW, () => ({
  escalationBriefPreview: {
    __typename: 'EscalationBriefPreview' as const,
    data: briefWords(),
    offeredRecipients: [HAZEL, LINDEN],
  },
}));
const page = on(BRIEF_PAGE, () => ({ escalationBrief: sentBrief() }));

type Given = { briefs?: BriefLineFragment[]; refused?: Refused[]; may?: boolean };

function write({ briefs = [], refused = [], may = true }: Given = {}) {
  const facts = { level: 2, version: 4, ...(!may && { viewerCan: ['impediment:view'] }) };
  const refusals = [...refused];
  return renderImpediments('/impediments/IMP-1/brief', [
    ladderOf,
    preview,
    page,
    on(BRIEF_TO_WRITE, () => ({ impediment: detail(1, { ...facts, briefs }) })),
    on(IMPEDIMENT_BY_KEY, () => ({ impediment: detail(1, { ...facts, version: 9, nextStep: 'Ask Legal' }) })),
    on(
      SEND_BRIEF,
      () => refusals.shift() ?? { impediment: detail(1, { ...facts, level: 3, version: 5, briefs: [briefLine()] }) },
    ),
  ]);
}

const form = () => screen.findByRole('form', { name: 'Words of the brief' });
/** As pasted: a key press for each letter would be slow. */
async function put(field: HTMLElement, words: string) {
  field.focus();
  await userEvent.paste(words);
}
const fill = async () => {
  const fields = within(await form());
  await put(fields.getByLabelText('What is asked'), ASK);
  await put(fields.getByLabelText('Proposed change'), PROPOSAL);
};
const send = async () => userEvent.click(screen.getByRole('button', { name: /^Send …/ }));
const confirm = () => screen.findByRole('dialog', { name: 'Send the brief of IMP-1?' });

test('the data stands beside the words: each number with its formula and its inputs, and what is not enough', async () => {
  write();
  const data = await screen.findByRole('region', { name: 'The data' });
  expect(data).toHaveTextContent('11 working days old');
  expect(data).toHaveTextContent('14 blocked team-days so far');
  expect(data).toHaveTextContent('each further day costs 1 more');
  expect(data).toHaveTextContent('Lost per sprint = mean before, minus mean while it lasted.');
  const velocity = within(data).getByRole('region', { name: 'Velocity impact, by team' });
  const [, items, points] = within(velocity).getAllByRole('row');
  expect(items).toHaveTextContent('Checkoutitems612mean of Sprint 6: 14, Sprint 5: 10 6Sprint 7: 6');
  expect(points).toHaveTextContent('not enough data: fewer than two finished sprints before it');
  expect(data).toHaveTextContent('None in 2025-Q4 and 2026-Q1.');
});

test('it is looked at as it will be read, sent to people by name after a question, and shown as it was frozen', async () => {
  const { asked, address } = write();
  await fill();
  await userEvent.click(screen.getByRole('radio', { name: 'As it is sent' }));
  expect(screen.getByRole('article')).toHaveTextContent(ASK);
  await send();
  const dialog = await confirm();
  const recipients = within(dialog).getByRole('list', { name: 'Recipients' });
  expect(
    within(recipients)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['Hazel Gale', 'Linden Frost']);
  expect(dialog).toHaveTextContent(
    'IMP-1 goes from Scrum of Scrums to Executive Action Team, where a clock of 80 working hours starts.',
  );
  expect(asked(SEND_BRIEF)).toEqual([]);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Send to 2 people' }));
  await waitFor(() => expect(address()).toBe('/briefs/EscalationBrief_1'));
  expect(asked(SEND_BRIEF)).toEqual([
    expect.objectContaining({
      id: 'impediment-1',
      version: 4,
      input: {
        ask: ASK,
        proposal: PROPOSAL,
        answerBy: addDays(todayIn('Europe/Lisbon'), 7),
        recipientIds: [HAZEL.id, LINDEN.id],
      },
    }),
  ]);
  expect(localStorage).toHaveLength(0);
});

test('what is missing is said at its field, and nothing is sent', async () => {
  write();
  const fields = within(await form());
  await userEvent.type(fields.getByRole('combobox', { name: 'Who is asked' }), '{Backspace}{Backspace}');
  await userEvent.clear(fields.getByLabelText('Answer needed by'));
  await send();
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  for (const name of ['What is asked', 'Proposed change', 'Who is asked', 'Answer needed by'])
    expect(fields.getByLabelText(name)).toBeInvalid();
  expect(fields.getByRole('combobox', { name: 'Who is asked' })).toHaveAccessibleDescription(/Choose who is asked\./);
});

test('words, day and people that were not sent are there again', async () => {
  write();
  await fill();
  const fields = within(await form());
  await userEvent.click(fields.getByRole('button', { name: 'Remove Linden Frost' }));
  await put(fields.getByLabelText('Who is asked'), 'Rowan');
  await userEvent.click(await screen.findByRole('option', { name: /Rowan Squall/ }));
  cleanup();
  write();
  const again = within(await form());
  expect(again.getByRole('textbox', { name: 'What is asked' })).toHaveValue(ASK);
  expect(again.getByRole('textbox', { name: 'Proposed change' })).toHaveValue(PROPOSAL);
  expect(again.getByRole('button', { name: 'Remove Hazel Gale' })).toBeVisible();
  expect(again.getByRole('button', { name: `Remove ${ROWAN.name}` })).toBeVisible();
  expect(again.queryByRole('button', { name: 'Remove Linden Frost' })).not.toBeInTheDocument();
});

test('what the server says of a field stands at the field; what somebody else saved is shown before it goes on top', async () => {
  const problem = 'Linden Frost cannot sign in and would not see it; choose somebody else or invite them.';
  const { asked, address } = write({
    refused: [
      { code: 'INVALID_INPUT', details: { fields: [{ field: 'recipientIds', problem }] } },
      { code: 'CONFLICT', details: { currentVersion: 9, current: {} } },
    ],
  });
  await fill();
  await send();
  await userEvent.click(within(await confirm()).getByRole('button', { name: /^Send to/ }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(screen.getByText(problem)).toBeVisible();
  await send();
  await userEvent.click(within(await confirm()).getByRole('button', { name: /^Send to/ }));
  expect(await within(await confirm()).findByRole('alert')).toHaveTextContent('next step “Ask Legal”');
  await userEvent.click(within(await confirm()).getByRole('button', { name: /^Send to/ }));
  await waitFor(() => expect(address()).toBe('/briefs/EscalationBrief_1'));
  expect(asked(SEND_BRIEF).map(({ version }) => version)).toEqual([4, 4, 9]);
});

test('after “more is needed” it begins with what was said', async () => {
  write({
    briefs: [briefLine({ state: 'RETURNED', answer: answerOf({ kind: 'NEED_MORE', words: 'Which contract?' }) })],
  });
  const fields = within(await form());
  expect(fields.getByRole('textbox', { name: 'What is asked' })).toHaveValue(ASK);
  expect(fields.getByRole('note', { name: 'The last brief' })).toHaveTextContent('More is needed');
  expect(fields.getByRole('note', { name: 'The last brief' })).toHaveTextContent('Which contract?');
});

test('one that waits is replaced knowingly', async () => {
  write({ briefs: [briefLine()] });
  await fill();
  expect(screen.getByRole('note', { name: 'The last brief' })).toHaveTextContent('a new one replaces it');
  await send();
  expect(await confirm()).toHaveTextContent('It replaces the brief that still waits for an answer.');
});

test('whoever may not send one is told who may, and may read what was sent', async () => {
  write({ may: false, briefs: [briefLine()] });
  expect(await screen.findByRole('heading', { name: 'You cannot send a brief of IMP-1 now' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Read the one that was sent' })).toHaveAttribute(
    'href',
    '/briefs/EscalationBrief_1',
  );
  expect(screen.queryByRole('form')).not.toBeInTheDocument();
});

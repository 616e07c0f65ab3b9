import { afterEach, expect, test } from '@jest/globals';
import type { MockLink } from '@apollo/client/testing';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ProposeDecisionMutationVariables } from '../../../generated/graphql';
import { always } from '../../../platform/testing/always';
import { viewer } from '../../../platform/testing/answers';
import { TEMPLATE_FIELDS, TEMPLATES } from '../../communities/templates/templates.operations';
import { DECISIONS } from '../decisions.operations';
import { ACCEPT_DECISION, DECISION_FLOW_PREVIEW } from '../flow/flow.operations';
import { DECISION } from '../page/decision.operations';
import { PROPOSE_DECISION } from '../record-acts.operations';
import { ANA, flow, found, record } from '../testing/decision-facts';
import { renderDecisions } from '../testing/render-decisions';
import { setProposing } from './propose-state';

afterEach(() => {
  act(() => setProposing(null));
  localStorage.clear();
});

function prepared(how = flow(), more: MockLink.MockedResponse[] = []) {
  const preview = always(DECISION_FLOW_PREVIEW)(() => ({ decisionFlowPreview: how }));
  const propose = always(PROPOSE_DECISION)(({ input }) => ({
    proposeDecision: record(21, { title: input.title, state: 'PROPOSED', version: 1 }),
  }));
  const accept = always(ACCEPT_DECISION)(() => ({ acceptDecision: record(21) }));
  const log = always(DECISIONS)(() => found([])).answer;
  const page = always(DECISION)(({ key }) => ({ decision: record(Number(key.slice(2))) })).answer;
  const shown = renderDecisions('/decisions', [preview.answer, propose.answer, accept.answer, log, page, ...more]);
  return { ...shown, preview, propose, accept };
}

async function begin() {
  await screen.findByRole('heading', { name: 'No decisions yet' });
  await userEvent.keyboard('d');
  return screen.findByRole('dialog', { name: 'Propose a decision' });
}

test('a key, a title, Ctrl+Enter: it is proposed in one’s own team and opened; who decides it shows meanwhile', async () => {
  const { address, propose, preview } = prepared();
  const dialog = await begin();
  expect(within(dialog).getByRole('textbox', { name: 'What is to be decided?' })).toHaveFocus();
  expect(await within(dialog).findByText('the team Checkout')).toBeVisible();
  expect(preview.variables).toEqual([
    { scopeKind: 'TEAM', scopeId: 'team-1', decisionAreaId: null, supersedesIds: [] },
  ]);
  await userEvent.keyboard('Weekly releases');
  await userEvent.type(
    within(dialog).getByRole('textbox', { name: /^Why/ }),
    'Small is safe.{Control>}{Enter}{/Control}',
  );
  await waitFor(() => expect(address()).toBe('/decisions/D-21'));
  expect(propose.variables).toEqual([
    {
      input: expect.objectContaining({
        title: 'Weekly releases',
        rationale: 'Small is safe.',
        kind: 'PRODUCT',
        scopeKind: 'TEAM',
        scopeId: 'team-1',
        options: [],
        links: [],
      }),
      idempotencyKey: expect.any(String),
    },
  ]);
  expect(screen.getByText('D-21 is proposed.')).toBeVisible();
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(localStorage).toHaveLength(0);
});

test('another place or decision area is decided another way', async () => {
  const { preview } = prepared();
  const dialog = await begin();
  await userEvent.selectOptions(within(dialog).getByRole('combobox', { name: /^Decision area/ }), 'Releases');
  const where = within(dialog).getByRole('combobox', { name: 'Where it holds' });
  await userEvent.clear(where);
  await userEvent.type(where, 'payments{Enter}');
  await waitFor(() =>
    expect(preview.variables.at(-1)).toEqual({
      scopeKind: 'AREA',
      scopeId: 'area-1',
      decisionAreaId: 'area-releases',
      supersedesIds: [],
    }),
  );
});

test('without a title nothing is sent, and it is said what is missing', async () => {
  const { propose } = prepared();
  const dialog = await begin();
  await userEvent.click(within(dialog).getByRole('button', { name: /^Propose Ctrl/ }));
  expect(within(dialog).getByText('Say in one line what is decided.')).toBeVisible();
  expect(propose.variables).toEqual([]);
});

test('whoever may accept it, and is to ask nobody first, does both at once', async () => {
  const { propose, accept, address } = prepared(flow({ mayAccept: [ANA] }));
  const dialog = await begin();
  await userEvent.keyboard('Weekly releases');
  expect(within(dialog).queryByRole('button', { name: 'Propose and accept' })).not.toBeInTheDocument();
  await userEvent.type(within(dialog).getByRole('textbox', { name: /^The decision/ }), 'Every Tuesday.');
  await userEvent.click(await within(dialog).findByRole('button', { name: 'Propose and accept' }));
  await waitFor(() => expect(address()).toBe('/decisions/D-21'));
  expect(propose.variables).toHaveLength(1);
  expect(accept.variables).toMatchObject([{ id: 'decision-21', version: 1 }]);
  expect(screen.getByText('D-21 is accepted.')).toBeVisible();
});

test.each([
  ['somebody else decides', flow()],
  [
    'others are asked first',
    flow({
      mayAccept: [ANA],
      willAsk: [
        {
          __typename: 'DecisionAskPreview',
          kind: 'ADVICE',
          ofWhom: 'the Product Owner',
          people: [],
          dueAt: '2026-03-10T09:00:00Z',
        },
      ],
    }),
  ],
  ['it has to be sold first', flow({ mayAccept: [ANA], level: 'SELL' })],
])('nothing is accepted at once where %s', async (_, how) => {
  prepared(how);
  const dialog = await begin();
  await userEvent.keyboard('Weekly');
  await userEvent.type(within(dialog).getByRole('textbox', { name: /^The decision/ }), 'Every Tuesday.');
  expect(await within(dialog).findByText(how.sentence)).toBeVisible();
  expect(within(dialog).queryByRole('button', { name: 'Propose and accept' })).not.toBeInTheDocument();
});

test('what was written is there again, also in the form with all fields; discarding can be taken back', async () => {
  const { address } = prepared();
  await begin();
  await userEvent.keyboard('Weekly releases{Escape}');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  await userEvent.keyboard('d');
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByRole('textbox', { name: 'What is to be decided?' })).toHaveValue('Weekly releases');
  expect(within(dialog).getByText(/^What you wrote at .* is back\.$/)).toBeVisible();
  await userEvent.click(within(dialog).getByRole('button', { name: 'All fields …' }));
  await waitFor(() => expect(address()).toBe('/decisions/new'));
  const title = await screen.findByRole('textbox', { name: 'What is to be decided?' });
  expect(title).toHaveValue('Weekly releases');
  await userEvent.click(screen.getByRole('button', { name: 'Discard' }));
  expect(title).toHaveValue('');
  await userEvent.click(screen.getByRole('button', { name: 'Put it back' }));
  expect(title).toHaveValue('Weekly releases');
});

test('a template fills what is still empty, also what shows in the form with all fields only; another one takes its place', async () => {
  const texts: Record<string, { name: string; text: string }[]> = {
    'A-4': [
      { name: 'outcome', text: 'We release …' },
      { name: 'rationale', text: 'Because …' },
      { name: 'context', text: 'What hurts' },
    ],
    'A-6': [{ name: 'rationale', text: 'Since …' }],
  };
  const templates = always(TEMPLATES)(() => ({
    templates: Object.keys(texts).map((key) => ({
      __typename: 'Artifact' as const,
      id: key,
      key,
      title: `From ${key}`,
    })),
  }));
  const fields = always(TEMPLATE_FIELDS)(({ key }) => ({
    templateFields: {
      __typename: 'TemplateFields',
      title: key,
      fields: (texts[key] ?? []).map((field) => ({ __typename: 'TemplateField' as const, ...field })),
      template: { __typename: 'ArtifactVersion', id: `version-${key}`, number: 1 },
    },
  }));
  const { propose } = prepared(flow(), [templates.answer, fields.answer]);
  const dialog = await begin();
  const field = (name: RegExp) => within(dialog).getByRole('textbox', { name });
  await userEvent.keyboard('Weekly releases');
  await userEvent.type(field(/^The decision/), 'Every Tuesday.');
  const template = await within(dialog).findByRole('combobox', { name: /^Template/ });
  await userEvent.selectOptions(template, 'From A-4');
  await waitFor(() => expect(field(/^Why/)).toHaveValue('Because …'));
  expect(field(/^The decision/)).toHaveValue('Every Tuesday.');
  await userEvent.selectOptions(template, 'From A-6');
  await waitFor(() => expect(field(/^Why/)).toHaveValue('Since …'));
  await userEvent.selectOptions(template, 'From A-4');
  await waitFor(() => expect(field(/^Why/)).toHaveValue('Because …'));
  await userEvent.type(field(/^Why/), ' small is safe.');
  await userEvent.click(within(dialog).getByRole('button', { name: /^Propose Ctrl/ }));
  await waitFor(() => expect(propose.variables).toHaveLength(1));
  expect(propose.variables[0]?.input).toMatchObject({
    title: 'Weekly releases',
    outcome: 'Every Tuesday.',
    rationale: 'Because … small is safe.',
    context: 'What hurts',
  });
});

test('begun from an impediment it is linked with it, and has a draft of its own', async () => {
  const { propose } = prepared();
  await begin();
  await userEvent.keyboard('About something else{Escape}');
  act(() =>
    setProposing({
      link: { kind: 'IMPEDIMENT', thingId: 'impediment-4', title: 'IMP-4 Crane waits' },
      scope: { kind: 'TEAM', id: 'team-9', name: 'Quay' },
    }),
  );
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByRole('textbox', { name: 'What is to be decided?' })).toHaveValue('');
  await userEvent.keyboard('A second crane');
  await userEvent.click(within(dialog).getByRole('button', { name: /^Propose Ctrl/ }));
  await waitFor(() =>
    expect(propose.variables).toMatchObject([
      { input: { scopeId: 'team-9', links: [{ kind: 'IMPEDIMENT', thingId: 'impediment-4' }] } },
    ]),
  );
});

test('whoever is of no team begins with the whole organization', async () => {
  const preview = always(DECISION_FLOW_PREVIEW)(() => ({ decisionFlowPreview: flow() }));
  const log = always(DECISIONS)(() => found([])).answer;
  renderDecisions('/decisions', [preview.answer, log], { teams: [] });
  const dialog = await begin();
  expect(within(dialog).getByRole('combobox', { name: 'Where it holds' })).toHaveValue(viewer().organization.name);
});

test('after a lost reply the same words have one effect; other words are another sending', async () => {
  const preview = always(DECISION_FLOW_PREVIEW)(() => ({ decisionFlowPreview: flow() }));
  const log = always(DECISIONS)(() => found([])).answer;
  const sent: (string | null | undefined)[] = [];
  const lost = {
    request: {
      query: PROPOSE_DECISION,
      variables: ({ idempotencyKey }: ProposeDecisionMutationVariables) => sent.push(idempotencyKey) > 0,
    },
    error: new TypeError('There is no connection.'),
    maxUsageCount: Number.POSITIVE_INFINITY,
  };
  renderDecisions('/decisions', [preview.answer, log, lost]);
  const dialog = await begin();
  await userEvent.keyboard('Weekly');
  const propose = within(dialog).getByRole('button', { name: /^Propose Ctrl/ });
  await userEvent.click(propose);
  expect(await within(dialog).findByText('The server did not answer.')).toBeVisible();
  await userEvent.click(propose);
  await waitFor(() => expect(sent).toHaveLength(2));
  await userEvent.type(within(dialog).getByRole('textbox', { name: 'What is to be decided?' }), ' releases');
  await userEvent.click(propose);
  await waitFor(() => expect(sent).toHaveLength(3));
  expect(sent[1]).toBe(sent[0]);
  expect(sent[2]).not.toBe(sent[0]);
});

import { beforeEach, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { MockLink } from '@apollo/client/testing';
import type { ImportFieldsFragment } from '../../../generated/graphql';
import { viewer } from '../../../platform/testing/answers';
import { always } from '../../../platform/testing/always';
import { renderScreen } from '../../../platform/testing/render-screen';
import { lastingSession, signedIn } from '../../../platform/testing/signed-in';
import { APPLY_IMPORT, DISCARD_IMPORT, IMPORT, IMPORT_PROGRESS, IMPORTS, PREVIEW_IMPORT } from '../imports.operations';
import { importsRoutes } from '../routes';
import { ID, outcome, sentImport } from '../testing/sent-import';

beforeEach(() => localStorage.clear());

/** The server's one import; answers change it. */
function server(first: Partial<ImportFieldsFragment> = {}) {
  let current = sentImport(first);
  const change = (changes: Partial<ImportFieldsFragment>) => {
    current = { ...current, ...changes, version: current.version + 1 };
    return current;
  };
  const shown = always(IMPORT)(() => ({ import: current }));
  const previewed = always(PREVIEW_IMPORT)(({ mapping }) => ({
    previewImport: change({ state: 'PREVIEWED', mapping, preview: outcome() }),
  }));
  const applied = always(APPLY_IMPORT)(() => ({ applyImport: change({ state: 'APPLYING', progressTotal: 40 }) }));
  const looked = always(IMPORT_PROGRESS)(() => {
    const done = looked.variables.length > 1;
    if (done && current.state === 'APPLYING') {
      change({ state: 'APPLIED', result: outcome(), appliedAt: '2026-11-21T10:05:00Z' });
    }
    const { __typename, id, state, progressTotal, version } = current;
    return { import: { __typename, id, state, progressTotal, version, progressDone: done ? 40 : 10 } };
  });
  const answers = [shown, previewed, applied, looked].map(({ answer }) => answer);
  return { answers, previewed, applied, looked };
}

function show(answers: MockLink.MockedResponse[], can = ['import:view', 'import:run']) {
  return renderScreen(signedIn(importsRoutes), `/imports/${ID}`, [lastingSession(viewer({ can })), ...answers]);
}

test('from the mapping over the preview to what was made', async () => {
  const { answers, previewed, applied } = server();
  show(answers);
  expect(await screen.findByLabelText('True on')).toHaveValue('2022-01-01');
  const groups = screen.getByRole('group', { name: 'Special interest groups: 25' });
  expect(within(groups).queryByLabelText(/Emeritus/)).toBeNull();
  await userEvent.selectOptions(within(groups).getByLabelText('Become'), 'Teams');
  expect(within(groups).getByLabelText('Chairs: 58')).toHaveValue('PRODUCT_OWNER');
  await userEvent.selectOptions(within(groups).getByLabelText('Tech leads: 32'), 'Leave out');
  await userEvent.click(screen.getByRole('button', { name: 'Preview' }));

  const row = await screen.findByRole('row', { name: 'teams 3 0 1 5' });
  expect(row).toBeVisible();
  expect(previewed.variables).toMatchObject([
    {
      id: ID,
      version: 1,
      mapping: { asOf: '2022-01-01', groups: { sigs: 'TEAM' }, roles: { sigs: { tech_leads: 'SKIP' } } },
    },
  ]);
  expect(screen.queryByRole('form', { name: 'Mapping' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Apply' }));

  expect(await screen.findByText('10 of 40')).toBeVisible();
  expect(screen.getByText(/You can leave this page/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Discard' })).toBeNull();
  const link = await screen.findByRole('link', { name: 'See the organization' });
  expect(link).toHaveAttribute('href', '/organization');
  expect(applied.variables).toEqual([{ id: ID, version: 2 }]);
});

test('problems say where and what, with the whole report to download', async () => {
  show(server({ state: 'PREVIEWED', preview: outcome({ problemCount: 450 }) }).answers);
  const problems = await screen.findByRole('region', { name: '450 things to look at' });
  expect(problems).toHaveTextContent('sigs.yaml:12Not read yet: meetings of sigs (48 times).');
  expect(problems).toHaveTextContent('The report has all 450 of them.');
  expect(within(problems).getByRole('link', { name: 'Report (CSV)' })).toHaveAttribute(
    'href',
    `/files/imports/${ID}/report.csv`,
  );
});

test('a changed mapping must be previewed again before it is applied', async () => {
  const mapping = { asOf: '2022-01-01', productName: 'Kubernetes' };
  show(server({ state: 'PREVIEWED', mapping, preview: outcome() }).answers);
  expect(await screen.findByRole('button', { name: 'Apply' })).toBeEnabled();
  await userEvent.click(screen.getByRole('button', { name: 'Change the mapping' }));
  await userEvent.type(screen.getByLabelText('Product'), ' 2');
  expect(screen.getByText('You changed the mapping.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Apply' })).toBeDisabled();
  await userEvent.click(screen.getByRole('button', { name: 'Preview again' }));
  expect(await screen.findByRole('button', { name: 'Apply' })).toBeEnabled();
});

test('the same file again says that nothing would change', async () => {
  const counts = outcome().counts.map((count) => ({ ...count, created: 0, ended: 0 }));
  show(
    server({ state: 'PREVIEWED', preview: outcome({ counts, changes: [], problems: [], problemCount: 0 }) }).answers,
  );
  expect(await screen.findByText(/Nothing: all that could be read is here already/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Apply' })).toBeNull();
});

test('a wrong file is said at once: nothing to map, nothing to preview', async () => {
  const refused = { where: 'log.csv', what: 'None of its columns is the key of the issues.' };
  show(server({ kind: 'JIRA_CSV', fileNames: ['log.csv'], choices: { issues: 0, refused } }).answers);
  const note = await screen.findByRole('alert');
  expect(note).toHaveTextContent('Nothing can be taken from what was sent.');
  expect(note).toHaveTextContent('log.csv: None of its columns is the key of the issues.');
  expect(screen.queryByRole('button', { name: 'Preview' })).toBeNull();
  expect(screen.queryByText(/Found:/)).toBeNull();
  expect(screen.getByRole('button', { name: 'Discard' })).toBeVisible();
});

test('a file in another language offers its columns: what they are is chosen, and previewed', async () => {
  const column = { field: null, linkType: '', columns: 1, filled: 2 };
  const choices = {
    issues: 0,
    language: 'English',
    columns: [
      { ...column, header: 'Vorgangsschlüssel', sample: 'A-1' },
      { ...column, header: 'Verknüpfung ausgehend (Blocks)', sample: 'A-2' },
    ],
    keyColumns: ['Vorgangsschlüssel'],
    refused: { where: 'vorgaenge.csv', what: 'None of its columns is the key of the issues.' },
  };
  show(server({ kind: 'JIRA_CSV', fileNames: ['vorgaenge.csv'], choices }).answers);
  expect(await screen.findByRole('note')).toHaveTextContent('The names of its columns are not known.');
  expect(screen.getByText(/None of its 2 names is known/)).toBeVisible();
  expect(screen.queryByText(/Found:/)).toBeNull();
  await userEvent.selectOptions(screen.getByLabelText('What Vorgangsschlüssel is'), 'Key');
  const link = screen.getByLabelText('What Verknüpfung ausgehend (Blocks) is');
  await userEvent.selectOptions(link, 'Link, outward');
  expect(link).toHaveValue('LINK_OUT');
  expect(screen.getByRole('button', { name: 'Preview' })).toBeEnabled();
});

test('a failure says why, and what comes next', async () => {
  show(server({ state: 'FAILED', failure: 'The area Quay was archived meanwhile.' }).answers);
  expect(await screen.findByRole('alert')).toHaveTextContent('The area Quay was archived meanwhile.');
  expect(screen.getByRole('alert')).toHaveTextContent('what is here already stays as it is');
  expect(screen.getByRole('button', { name: 'Preview again' })).toBeVisible();
});

test('coming back while it is being applied shows the progress and then the result', async () => {
  show(server({ state: 'APPLYING', progressTotal: 40, preview: outcome() }).answers);
  expect(await screen.findByText('10 of 40')).toBeVisible();
  expect(await screen.findByRole('heading', { name: 'Done' })).toBeVisible();
});

test('discarding asks first', async () => {
  const discarded = always(DISCARD_IMPORT)(() => ({ discardImport: { __typename: 'Done', done: true } }));
  const none = always(IMPORTS)(() => ({
    imports: {
      __typename: 'ImportConnection',
      totalCount: 0,
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      edges: [],
    },
  }));
  const { address } = show([...server().answers, discarded.answer, none.answer]);
  await userEvent.click(await screen.findByRole('button', { name: 'Discard' }));
  const dialog = await screen.findByRole('dialog', { name: 'Discard this import?' });
  expect(discarded.variables).toEqual([]);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Discard' }));
  expect(await screen.findByRole('heading', { name: 'Nothing was imported here yet' })).toBeVisible();
  expect(address()).toBe('/imports');
});

test('who may only look sees the outcome and no buttons', async () => {
  show(server({ state: 'PREVIEWED', preview: outcome() }).answers, ['import:view']);
  expect(await screen.findByRole('row', { name: 'teams 3 0 1 5' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Apply' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Discard' })).toBeNull();
});

test('a playbook without its community is refused at the field, before any preview', async () => {
  const { answers, previewed } = server({
    kind: 'PLAYBOOK',
    choices: {
      communities: [
        { id: 'Community_1', name: 'Testers' },
        { id: 'Community_2', name: 'Builders' },
      ],
      playbooks: [],
      counts: { pages: 3 },
      defaults: { source: 'docs', title: 'Docs', community: null },
    },
  });
  show(answers);
  await userEvent.click(await screen.findByRole('button', { name: 'Preview' }));
  const community = screen.getByLabelText('Community that keeps it');
  expect(community).toHaveAccessibleDescription('Choose the community that keeps this playbook.');
  expect(community).toHaveFocus();
  expect(previewed.variables).toEqual([]);
  await userEvent.click(community);
  await userEvent.click(await screen.findByRole('option', { name: 'Builders' }));
  await userEvent.click(screen.getByRole('button', { name: 'Preview' }));
  await screen.findByRole('heading', { name: 'What it would change' });
  expect(previewed.variables).toMatchObject([{ mapping: { community: 'Community_2' } }]);
});

test('what stops an import stands first in its preview, and what mends it stays open', async () => {
  const why = 'Its pictures are 90.0 MB, and there is room for 1.0 MB: make them smaller, or leave some out.';
  const preview = outcome({
    counts: [],
    changes: [],
    refused: why,
    problems: [{ __typename: 'ImportProblem', where: 'mapping', what: why }],
  });
  const { answers } = server({
    kind: 'PLAYBOOK',
    choices: { communities: [], playbooks: [], counts: {}, defaults: { source: 'docs', title: 'Docs' } },
  });
  const refusing = always(PREVIEW_IMPORT)(({ mapping }) => ({
    previewImport: { ...sentImport({ kind: 'PLAYBOOK' }), state: 'PREVIEWED', mapping, version: 2, preview },
  }));
  const others = answers.filter(({ request }) => request.query !== PREVIEW_IMPORT);
  show([...others, refusing.answer]);
  await userEvent.click(await screen.findByRole('button', { name: 'Preview' }));
  expect(await screen.findByRole('alert')).toHaveTextContent(why);
  expect(screen.queryByRole('button', { name: 'Apply' })).toBeNull();
  expect(screen.getByRole('form', { name: 'Mapping' })).toBeVisible();
});

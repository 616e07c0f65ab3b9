import type { ImportFieldsFragment, OutcomeFragment } from '../../../generated/graphql';

export const ID = 'Import_1';

export const outcome = (changes: Partial<OutcomeFragment> = {}): OutcomeFragment => ({
  __typename: 'ImportOutcome',
  counts: [
    { __typename: 'ImportCount', kind: 'team', created: 3, updated: 0, ended: 1, unchanged: 5 },
    { __typename: 'ImportCount', kind: 'person', created: 1, updated: 0, ended: 0, unchanged: 0 },
  ],
  changes: [
    { __typename: 'ImportChange', effect: 'create', kind: 'team', key: 'wg/yard', title: 'Yard', details: 'in Quay' },
    { __typename: 'ImportChange', effect: 'create', kind: 'person', key: 'rowan', title: 'Rowan Mistral', details: '' },
  ],
  problems: [
    { __typename: 'ImportProblem', where: 'sigs.yaml:12', what: 'Not read yet: meetings of sigs (48 times).' },
  ],
  problemCount: 1,
  refused: null,
  ...changes,
});

/** A `sigs.yaml` that was sent and waits for its first preview. */
export const sentImport = (changes: Partial<ImportFieldsFragment> = {}): ImportFieldsFragment => ({
  __typename: 'Import',
  id: ID,
  kind: 'SIGS',
  state: 'UPLOADED',
  fileNames: ['sigs-2022-01-01.yaml'],
  mapping: {},
  choices: {
    groups: [{ name: 'sigs', count: 25, leaders: { chairs: 58, tech_leads: 32, emeritus_leads: 0 } }],
    defaults: { asOf: '2022-01-01', productName: 'Kubernetes' },
  },
  progressDone: 0,
  progressTotal: 0,
  failure: '',
  createdAt: '2026-11-21T10:00:00Z',
  appliedAt: null,
  version: 1,
  reportAddress: `/files/imports/${ID}/report.csv`,
  requestedBy: { __typename: 'Person', id: 'person-1', name: 'Ana Lindqvist' },
  preview: null,
  result: null,
  ...changes,
});

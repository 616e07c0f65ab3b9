import { expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AdoptionPartsFragment, AdoptionQuery } from '../../../generated/graphql';
import { always } from '../../../platform/testing/always';
import { ARTIFACT } from '../artifacts/artifact.operations';
import { artifact, current } from '../testing/artifact-facts';
import { adoption } from '../testing/community-facts';
import { renderCommunities } from '../testing/render-communities';
import { ADOPT, ADOPTION, COMMUNITY_TEAMS, EDIT_ADOPTION, END_ADOPTION, NUDGE_TEAMS } from './adoption.operations';

type Month = AdoptionQuery['artifact']['adoption']['overTime'][number];
const month = (name: string, teams: number, latest: number): Month => ({
  __typename: 'AdoptionMonth',
  month: name,
  teams,
  current: latest,
});

const AT = '2026-03-09T14:05:00.000Z';
const versions = [1, 2, 3].map((number) => ({
  __typename: 'ArtifactVersion' as const,
  id: `ArtifactVersion_${number}`,
  number,
  title: 'How we test',
  publishedAt: AT,
}));
const of = (number: number) => ({
  __typename: 'ArtifactVersion' as const,
  id: `ArtifactVersion_${number}`,
  number,
});

const TEAMS = always(COMMUNITY_TEAMS)(() => ({
  organization: {
    __typename: 'Organization',
    id: 'organization-1',
    products: [
      {
        __typename: 'Product',
        id: 'product-1',
        areas: [
          {
            __typename: 'Area',
            id: 'area-1',
            name: 'Quay',
            teams: [1, 2, 3].map((n) => ({ __typename: 'Team' as const, id: `Team_${n}`, name: `Quay ${n}` })),
          },
        ],
      },
    ],
  },
}));

function open(
  viewerCan: string[],
  adoptions: AdoptionPartsFragment[],
  overTime: Month[],
  ...answers: Parameters<typeof renderCommunities>[1]
) {
  const shown = artifact({ viewerCan, versions, current: current({ ...of(3) }) });
  const followed = always(ADOPTION)(() => ({
    artifact: {
      __typename: 'Artifact',
      id: 'Artifact_1',
      adoption: {
        __typename: 'AdoptionSummary',
        teams: adoptions.length,
        current: adoptions.filter(({ behindBy }) => behindBy === 0).length,
        behind: adoptions.filter(({ behindBy }) => behindBy > 0).length,
        byVersion: [],
        adoptions,
        behindTeams: [],
        overTime,
      },
    },
  }));
  return renderCommunities('/artifacts/A-5/adoption', [
    always(ARTIFACT)(() => ({ artifact: shown })).answer,
    followed.answer,
    TEAMS.answer,
    ...answers,
  ]);
}

const BEHIND = adoption(2, { version: of(1), behindBy: 2, feel: 'MIXED', note: 'Too long.' });
const LATELY = adoption(3, { version: of(1), behindBy: 2, nudgedAt: new Date().toISOString() });

test('who is furthest behind comes first, with how it goes; months are read bar by bar or as a table', async () => {
  open([], [adoption(1, { version: of(3) }), BEHIND], [month('2026-10', 1, 1), month('2026-11', 2, 1)]);
  const table = await screen.findByRole('region', { name: 'Teams that follow it' });
  const rows = within(table).getAllByRole('row').slice(1);
  expect(rows[0]).toHaveTextContent('Quay 2');
  expect(rows[0]).toHaveTextContent('2 versions behind');
  expect(rows[0]).toHaveTextContent('Mixed');
  expect(rows[0]).toHaveTextContent('Too long.');
  expect(rows[1]).toHaveTextContent('the latest');
  expect(rows[1]).toHaveTextContent('Not said yet');
  const time = within(screen.getByRole('region', { name: 'Over time' }));
  expect(
    time.getByRole('img', { name: 'November 2026: 2 teams, 1 of them on the latest version' }),
  ).toBeInTheDocument();
  await userEvent.click(time.getByRole('button', { name: 'As a table' }));
  expect(within(time.getByRole('table')).getAllByRole('row')[1]).toHaveTextContent('November 2026');
});

test('a team adopts the latest version from today on; those that do already are not offered', async () => {
  const adopt = always(ADOPT)(() => ({ adoption: adoption(1, { version: of(3) }) }));
  open(['adoption:adopt'], [BEHIND], [month('2026-11', 1, 0)], adopt.answer);
  await screen.findByRole('region', { name: 'Teams that follow it' });
  await userEvent.keyboard('a');
  const dialog = within(await screen.findByRole('dialog', { name: /Adopt/ }));
  expect(dialog.getByLabelText('Version')).toHaveValue('3');
  await userEvent.selectOptions(dialog.getByLabelText(/How does it go/), 'WELL');
  await userEvent.click(dialog.getByRole('button', { name: 'Adopt it' }));
  expect(await screen.findByText('Quay 1 follows version 3.')).toBeVisible();
  expect(adopt.variables[0]).toMatchObject({ artifactId: 'Artifact_1', teamId: 'Team_1', number: 3, feel: 'WELL' });
});

test('a team that was nudged within the week is not nudged again', async () => {
  const nudge = always(NUDGE_TEAMS)(() => ({ artifact: { __typename: 'Artifact', id: 'Artifact_1' } }));
  open(['adoption:nudge'], [BEHIND, LATELY], [month('2026-11', 2, 0)], nudge.answer);
  await userEvent.click(await screen.findByRole('button', { name: 'Nudge who is behind' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Nudge who is behind' }));
  expect(dialog.getByRole('checkbox', { name: /Quay 2/ })).toBeChecked();
  expect(dialog.getByRole('checkbox', { name: /Quay 3/ })).toBeDisabled();
  await userEvent.click(dialog.getByRole('button', { name: 'Nudge 1 team' }));
  expect(await screen.findByText('1 team will find it in the inbox.')).toBeVisible();
  expect(nudge.variables[0]).toMatchObject({ artifactId: 'Artifact_1', teamIds: ['Team_2'] });
});

test('where nobody is two versions behind, nobody is nudged', async () => {
  open(['adoption:nudge'], [adoption(2, { version: of(2), behindBy: 1 })], [month('2026-11', 1, 0)]);
  await screen.findByRole('region', { name: 'Teams that follow it' });
  expect(screen.queryByRole('button', { name: 'Nudge who is behind' })).not.toBeInTheDocument();
});

test('a team moves to a newer version, or goes another way and says why', async () => {
  const own = { ...BEHIND, viewerCan: ['adoption:edit', 'adoption:end'] };
  const edit = always(EDIT_ADOPTION)(() => ({ adoption: { ...own, version: of(3), behindBy: 0 } }));
  const end = always(END_ADOPTION)(() => ({ adoption: { ...own, until: '2026-11-21' } }));
  open([], [own], [month('2026-11', 1, 0)], edit.answer, end.answer);
  await userEvent.click(await screen.findByRole('button', { name: 'More of Quay 2' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Version, how it goes …' }));
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.selectOptions(dialog.getByLabelText('Version'), '3');
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Quay 2 follows version 3.')).toBeVisible();
  expect(edit.variables[0]).toMatchObject({ id: 'Adoption_2', rowVersion: 1, number: 3, feel: 'MIXED' });

  await userEvent.click(screen.getByRole('button', { name: 'More of Quay 2' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Follow it no more …' }));
  const ending = within(await screen.findByRole('dialog'));
  await userEvent.type(ending.getByLabelText('Why'), 'It does not fit.');
  await userEvent.click(ending.getByRole('button', { name: 'Follow it no more' }));
  await waitFor(() => expect(end.variables[0]).toMatchObject({ why: 'It does not fit.', rowVersion: 1 }));
});

test('without any, the tab says what it is for', async () => {
  open(['adoption:adopt'], [], []);
  expect(await screen.findByText('No team follows it yet')).toBeVisible();
  expect(screen.getByRole('button', { name: /Adopt it for a team/ })).toBeVisible();
});

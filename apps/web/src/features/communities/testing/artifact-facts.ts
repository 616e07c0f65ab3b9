import type {
  ArtifactHeadFragment,
  DraftPagePartsFragment,
  DraftPartsFragment,
  PageDiffPartsFragment,
  PageLinePartsFragment,
  ReviewCommentPartsFragment,
  ReviewPartsFragment,
  VersionPageQuery,
} from '../../../generated/graphql';

const person = (id: string, name: string) => ({ __typename: 'Person' as const, id, name });
/** The viewer of the mocked session. */
export const ANA = person('person-1', 'Ana Lindqvist');
export const ROWAN = person('person-2', 'Rowan Squall');
export const WREN = person('person-3', 'Wren Gale');

const AT = '2026-03-09T14:05:00.000Z';

export function pageLine(path: string, title: string, position = 0): PageLinePartsFragment {
  const slash = path.lastIndexOf('/');
  return {
    __typename: 'PageLine',
    id: `Page_${path}`,
    path,
    title,
    depth: path.split('/').length - 1,
    position,
    parentPath: slash === -1 ? null : path.slice(0, slash),
  };
}

export const PAGES = [
  pageLine('index', 'Start', 0),
  pageLine('reviews', 'Code reviews', 1),
  pageLine('reviews/process', 'Process', 0),
];

type Current = NonNullable<ArtifactHeadFragment['current']>;

export const current = (changes: Partial<Current> = {}): Current => ({
  __typename: 'ArtifactVersion',
  id: 'ArtifactVersion_2',
  number: 2,
  title: 'Engineering playbook',
  publishedAt: AT,
  archiveUrl: '/files/a.zip',
  siteUrl: '/files/site.zip',
  printUrl: '/files/print',
  pdfUrl: '/files/artifacts/A-5/2/print.pdf',
  pages: PAGES,
  ...changes,
});

export function artifact(changes: Partial<ArtifactHeadFragment> = {}): ArtifactHeadFragment {
  return {
    __typename: 'Artifact',
    id: 'Artifact_1',
    key: 'A-5',
    kind: 'PLAYBOOK',
    title: 'Engineering playbook',
    summary: '',
    state: 'PUBLISHED',
    templateFor: null,
    approvalsNeeded: 2,
    reviewDueOn: null,
    reviewOverdue: false,
    watchedByViewer: false,
    importedFrom: null,
    archivedAt: null,
    archiveReason: null,
    version: 1,
    viewerCan: [],
    community: {
      __typename: 'Community',
      id: 'Community_1',
      name: 'Engineers',
      viewerIsMember: true,
      viewerCan: [],
    },
    current: current(),
    versions: [1, 2].map((number) => ({
      __typename: 'ArtifactVersion' as const,
      id: `ArtifactVersion_${number}`,
      number,
      title: 'Engineering playbook',
      publishedAt: AT,
    })),
    draft: null,
    openProposals: { __typename: 'ChangeProposalConnection', totalCount: 0 },
    ...changes,
  };
}

/** The draft as the shell around every part knows it. */
export const HEAD_DRAFT: NonNullable<ArtifactHeadFragment['draft']> = {
  __typename: 'ArtifactDraft',
  id: 'ArtifactDraft_1',
  state: 'DRAFT',
  revision: 7,
  updatedAt: AT,
  updatedBy: null,
  review: null,
};

type VersionNode = Extract<NonNullable<VersionPageQuery['node']>, { __typename: 'ArtifactVersion' }>;
type VersionPageNode = NonNullable<VersionNode['page']>;

export const versionPage = (page: Partial<VersionPageNode>, changes: Partial<VersionNode> = {}): VersionNode => ({
  ...current(),
  page: {
    __typename: 'Page',
    id: `VersionPage_${page.path ?? 'index'}`,
    path: 'index',
    title: 'Start',
    body: '',
    previous: null,
    following: null,
    ...page,
  },
  ...changes,
});

export const draft = (changes: Partial<DraftPartsFragment> = {}): DraftPartsFragment => ({
  __typename: 'ArtifactDraft',
  id: 'ArtifactDraft_1',
  artifact: { __typename: 'Artifact', id: 'Artifact_1', key: 'A-5' },
  state: 'DRAFT',
  revision: 7,
  whatChanged: '',
  updatedAt: AT,
  updatedBy: ROWAN,
  pages: PAGES,
  changedPages: [],
  ...changes,
});

export const draftPage = (changes: Partial<DraftPagePartsFragment> = {}): DraftPagePartsFragment => ({
  __typename: 'Page',
  id: 'DraftPage_index',
  path: 'index',
  title: 'Start',
  body: 'one\ntwo\nthree',
  version: 3,
  viewerCan: ['draft:write'],
  brokenLinks: [],
  ...changes,
});

type Comment = ReviewCommentPartsFragment;

export const comment = (changes: Partial<Comment> = {}): Comment => ({
  __typename: 'ReviewComment',
  id: 'ReviewComment_1',
  pagePath: 'index',
  line: 2,
  quote: 'two',
  current: true,
  body: 'Why two?',
  at: AT,
  editedAt: null,
  resolved: false,
  version: 1,
  viewerCan: ['review:comment', 'review:resolve'],
  by: WREN,
  replies: [],
  ...changes,
});

export const review = (changes: Partial<ReviewPartsFragment> = {}): ReviewPartsFragment => ({
  __typename: 'Review',
  id: 'Review_1',
  revision: 7,
  askedAt: AT,
  endedAt: null,
  endedAs: null,
  stale: false,
  approvalsMissing: 1,
  viewerCan: ['review:give-verdict', 'review:comment'],
  askedBy: ROWAN,
  reviewers: [ANA, WREN],
  askedAgain: [ANA, WREN],
  verdicts: [],
  comments: [],
  ...changes,
});

export const diff = (changes: Partial<PageDiffPartsFragment> = {}): PageDiffPartsFragment => ({
  __typename: 'PageDiff',
  path: 'index',
  title: 'Start',
  kind: 'CHANGED',
  hunks: [
    {
      __typename: 'DiffHunk',
      oldStart: 1,
      newStart: 1,
      lines: [
        line('SAME', 1, 1, [['one', false]]),
        line('REMOVED', 2, null, [
          ['tw', false],
          ['ice', true],
        ]),
        line('ADDED', null, 2, [
          ['tw', false],
          ['o', true],
        ]),
      ],
    },
  ],
  ...changes,
});

function line(
  kind: 'SAME' | 'ADDED' | 'REMOVED',
  oldNumber: number | null,
  newNumber: number | null,
  runs: [string, boolean][],
): PageDiffPartsFragment['hunks'][number]['lines'][number] {
  return {
    __typename: 'DiffLine',
    kind,
    oldNumber,
    newNumber,
    runs: runs.map(([text, changed]) => ({ __typename: 'DiffRun' as const, text, changed })),
  };
}

import { graphql } from '../../../generated/gql';

export const STEP_PARTS = graphql(`
  fragment StepParts on ChecklistStep {
    id
    text
    hint
    depth
  }
`);

export const DRAFT_CHECKLIST = graphql(`
  query DraftChecklist($key: String!) {
    artifact(key: $key) {
      id
      draft {
        id
        revision
        checklist {
          ...StepParts
        }
      }
    }
  }
`);

export const WRITE_CHECKLIST = graphql(`
  mutation WriteChecklist($artifactId: ID!, $revision: Int!, $steps: [ChecklistStepInput!]!, $idempotencyKey: String) {
    writeChecklist(artifactId: $artifactId, revision: $revision, steps: $steps, idempotencyKey: $idempotencyKey) {
      artifact {
        id
      }
      revision
      checklist {
        ...StepParts
      }
    }
  }
`);

/** As it was published: it never changes. */
export const VERSION_CHECKLIST = graphql(`
  query VersionChecklist($id: ID!) {
    node(id: $id) {
      id
      ... on ArtifactVersion {
        number
        publishedAt
        checklist {
          ...StepParts
        }
      }
    }
  }
`);

export const RUN_LINE = graphql(`
  fragment RunLine on ChecklistRun {
    id
    title
    startedAt
    endedAt
    done
    total
    team {
      id
      name
    }
    startedBy {
      id
      name
    }
    version {
      id
      number
      artifact {
        id
        key
        title
      }
    }
  }
`);

export const RUN_PARTS = graphql(`
  fragment RunParts on ChecklistRun {
    ...RunLine
    rowVersion
    viewerCan
    steps {
      step {
        ...StepParts
      }
      done
      at
      note
      by {
        id
        name
      }
    }
  }
`);

export const RUN = graphql(`
  query ChecklistRun($id: ID!) {
    checklistRun(id: $id) {
      ...RunParts
    }
  }
`);

export const RUNS = graphql(`
  query ChecklistRuns($teamId: ID, $artifactId: ID, $mine: Boolean, $open: Boolean, $after: String) {
    checklistRuns(teamId: $teamId, artifactId: $artifactId, mine: $mine, open: $open, first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...RunLine
        }
      }
    }
  }
`);

export const RUNS_OF_TEAM = graphql(`
  query RunsOfTeam($id: ID!) {
    node(id: $id) {
      id
      ... on Team {
        name
        checklistRuns(first: 5) {
          ...RunLine
        }
      }
    }
  }
`);

export const START_RUN = graphql(`
  mutation StartRun($artifactId: ID!, $title: String!, $teamId: ID, $idempotencyKey: String) {
    startChecklistRun(artifactId: $artifactId, title: $title, teamId: $teamId, idempotencyKey: $idempotencyKey) {
      ...RunLine
    }
  }
`);

export const TICK_STEP = graphql(`
  mutation TickStep($runId: ID!, $stepId: ID!, $done: Boolean!, $note: String, $idempotencyKey: String) {
    tickStep(runId: $runId, stepId: $stepId, done: $done, note: $note, idempotencyKey: $idempotencyKey) {
      ...RunParts
    }
  }
`);

export const END_RUN = graphql(`
  mutation EndRun($id: ID!, $rowVersion: Int!, $idempotencyKey: String) {
    endChecklistRun(id: $id, rowVersion: $rowVersion, idempotencyKey: $idempotencyKey) {
      ...RunParts
    }
  }
`);

import { graphql } from '../../generated/gql';

export const OUTCOME = graphql(`
  fragment Outcome on ImportOutcome {
    counts {
      kind
      created
      updated
      ended
      unchanged
    }
    changes {
      effect
      kind
      key
      title
      details
    }
    problems {
      where
      what
    }
    problemCount
    refused
  }
`);

export const IMPORTS = graphql(`
  query Imports($after: String) {
    imports(first: 30, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          kind
          state
          fileNames
          createdAt
          appliedAt
          progressDone
          progressTotal
          requestedBy {
            id
            name
          }
          result {
            counts {
              kind
              created
              updated
              ended
              unchanged
            }
            problemCount
          }
        }
      }
    }
  }
`);

export const IMPORT_FIELDS = graphql(`
  fragment ImportFields on Import {
    id
    kind
    state
    fileNames
    mapping
    choices
    progressDone
    progressTotal
    failure
    createdAt
    appliedAt
    version
    reportAddress
    requestedBy {
      id
      name
    }
    preview {
      ...Outcome
    }
    result {
      ...Outcome
    }
  }
`);

export const IMPORT = graphql(`
  query Import($id: ID!) {
    import(id: $id) {
      ...ImportFields
    }
  }
`);

/** Small enough to be asked for twice a second. */
export const IMPORT_PROGRESS = graphql(`
  query ImportProgress($id: ID!) {
    import(id: $id) {
      id
      state
      progressDone
      progressTotal
      version
    }
  }
`);

export const PREVIEW_IMPORT = graphql(`
  mutation PreviewImport($id: ID!, $version: Int!, $mapping: JSON!) {
    previewImport(id: $id, version: $version, mapping: $mapping) {
      ...ImportFields
    }
  }
`);

export const APPLY_IMPORT = graphql(`
  mutation ApplyImport($id: ID!, $version: Int!) {
    applyImport(id: $id, version: $version) {
      ...ImportFields
    }
  }
`);

export const DISCARD_IMPORT = graphql(`
  mutation DiscardImport($id: ID!, $version: Int!) {
    discardImport(id: $id, version: $version) {
      done
    }
  }
`);

/** Those changed last: what was just imported is among them. */
export const IMPORTED_PLAYBOOKS = graphql(`
  query ImportedPlaybooks {
    artifacts(filter: { kinds: [PLAYBOOK] }, first: 50) {
      edges {
        node {
          id
          key
          title
          importedFrom
          archivedAt
          community {
            id
            name
          }
        }
      }
    }
  }
`);

import { graphql } from '../../../generated/gql';

/** What a dependency says of an item on either side. */
export const DEPENDENT_ITEM = graphql(`
  fragment DependentItem on BacklogItem {
    id
    key
    title
    state
    position
    product {
      id
    }
    team {
      id
      name
    }
    area {
      id
      name
    }
  }
`);

/** What one line about a dependency says, wherever it stands. */
export const DEPENDENCY_FACTS = graphql(`
  fragment DependencyFacts on Dependency {
    id
    key
    state
    words
    neededBy
    promisedFor
    proposedFor
    answerDueAt
    overdue
    conflicts
    conflictWords
    version
    viewerCan
    consumer {
      ...DependentItem
    }
    provider {
      ...DependentItem
    }
    providerTeam {
      id
      name
    }
    providerArea {
      id
      name
    }
    consumerArea {
      id
      name
    }
    waitsFor {
      id
      name
    }
  }
`);

export const DEPENDENCY_RECORD = graphql(`
  fragment DependencyRecord on Dependency {
    ...DependencyFacts
    requestedBy {
      id
      name
    }
    requestedAt
    updatedAt
    impediment {
      id
      key
      title
      state
    }
    steps {
      state
      by {
        id
        name
      }
      at
      date
      words
    }
  }
`);

export const DEPENDENCIES = graphql(`
  query Dependencies($filter: DependencyFilter, $first: Int!, $after: String) {
    dependencies(filter: $filter, first: $first, after: $after) {
      edges {
        cursor
        node {
          ...DependencyFacts
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

export const DEPENDENCY = graphql(`
  query Dependency($key: String!) {
    dependency(key: $key) {
      ...DependencyRecord
    }
  }
`);

export const DEPENDENCY_MAP = graphql(`
  query DependencyMap($productId: ID!, $from: Date!, $endsBefore: Date!) {
    dependencyMap(productId: $productId, from: $from, endsBefore: $endsBefore) {
      from
      endsBefore
      areas {
        id
        name
      }
      lines {
        neededBy
        promisedFor
        conflicts
        consumerArea {
          id
          name
        }
        providerArea {
          id
          name
        }
        dependency {
          ...DependencyFacts
        }
      }
    }
  }
`);

/** Items of a product by their words, to ask something of one, or to say which one delivers. */
export const FIND_ITEMS = graphql(`
  query FindItems($productId: ID!, $text: String!) {
    backlog(productId: $productId, filter: { text: $text }, first: 20) {
      edges {
        cursor
        node {
          ...DependentItem
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

/** Of one item, on either side. */
export const ITEM_DEPENDENCIES = graphql(`
  query ItemDependencies($id: ID!) {
    node(id: $id) {
      id
      ... on BacklogItem {
        dependencies {
          ...DependencyFacts
        }
      }
    }
  }
`);

import { graphql } from '../../generated/gql';

/** One that was there before, with how it ended. */
export const EARLIER_IMPEDIMENT = graphql(`
  fragment EarlierImpediment on Impediment {
    id
    key
    title
    state
    resolution
    resolvedAt
    owner {
      id
      name
    }
  }
`);

export const SIMILAR_IMPEDIMENTS = graphql(`
  query SimilarImpediments($title: String!) {
    similarImpediments(title: $title) {
      ...EarlierImpediment
    }
  }
`);

/** How often this came up before: the same source and category. */
export const EARLIER_OF_SAME_KIND = graphql(`
  query EarlierOfSameKind($sourceId: ID!, $category: ImpedimentCategory!) {
    earlierOfSameKind(sourceId: $sourceId, category: $category) {
      times
      blockedTeamDays
      recurring
      latest {
        ...EarlierImpediment
      }
    }
  }
`);

export const IMPEDIMENTS_TO_CHOOSE = graphql(`
  query ImpedimentsToChoose($search: String) {
    impediments(first: 20, filter: { search: $search }) {
      edges {
        node {
          id
          key
          title
          state
        }
      }
    }
  }
`);

import { graphql } from '../../generated/gql';

/** Impediments, people, places, sources, labels, views and what communities publish, the nearest first. */
export const SEARCH = graphql(`
  query Search($text: String!) {
    search(text: $text, first: 12) {
      kind
      id
      key
      title
      detail
      isGuess
    }
  }
`);

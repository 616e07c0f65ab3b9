import { graphql } from '../../generated/gql';

export const PRESENCE = graphql(`
  subscription Presence($place: String!) {
    presence(place: $place) {
      people {
        since
        person {
          id
          name
        }
      }
    }
  }
`);

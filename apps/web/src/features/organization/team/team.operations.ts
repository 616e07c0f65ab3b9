import { graphql } from '../../../generated/gql';

export const TEAM_PAGE = graphql(`
  query TeamPage($id: ID!, $on: Date!) {
    team(id: $id) {
      id
      name
      purpose
      archivedOn
      version
      viewerCan
      area {
        id
        name
        product {
          id
          name
        }
      }
      accountabilities(on: $on) {
        ...Answer
      }
      assignments(all: true) {
        ...HeldAssignment
      }
      warnings(on: $on) {
        ...Warning
      }
    }
  }
`);

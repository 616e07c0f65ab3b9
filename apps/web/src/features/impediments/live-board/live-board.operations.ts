import { graphql } from '../../../generated/gql';

export const IMPEDIMENT_BOARD = graphql(`
  query ImpedimentBoard {
    impedimentBoard {
      impediments {
        ...ImpedimentCard
      }
      truncated
      closedLast30Days
      cursor
    }
  }
`);

export const IMPEDIMENT_CHANGES = graphql(`
  subscription ImpedimentChanges($after: String) {
    impedimentChanges(after: $after) {
      cursor
      resync
      event
      changedFields
      id
      version
      impediment {
        ...ImpedimentCard
      }
    }
  }
`);

/** Where live changes go on from, for a screen that shows no board. */
export const IMPEDIMENT_CURSOR = graphql(`
  query ImpedimentCursor {
    impedimentBoard {
      cursor
    }
  }
`);

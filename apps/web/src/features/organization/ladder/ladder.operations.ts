import { graphql } from '../../../generated/gql';

export const LADDER_FACTS = graphql(`
  fragment LadderFacts on ImpedimentLadder {
    id
    version
    viewerCan
    levels {
      level
      name
      clockWorkingHours
      escalatesByItself
      remindBeforeHours
    }
  }
`);

/** With the length of a working day, which turns hours into days. */
export const LADDER = graphql(`
  query Ladder {
    organization {
      id
      workingDayStarts
      workingDayEnds
      impedimentLadder {
        ...LadderFacts
      }
    }
  }
`);

export const EDIT_LADDER = graphql(`
  mutation EditLadder($levels: [ImpedimentLevelInput!]!, $version: Int!, $idempotencyKey: String) {
    editImpedimentLadder(levels: $levels, version: $version, idempotencyKey: $idempotencyKey) {
      ...LadderFacts
    }
  }
`);

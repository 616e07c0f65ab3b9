import { graphql } from '../../../generated/gql';

export const PAUSE_IMPEDIMENT_CLOCK = graphql(`
  mutation PauseImpedimentClock($id: ID!, $version: Int!, $reason: String!, $idempotencyKey: String) {
    impediment: pauseImpedimentClock(id: $id, version: $version, reason: $reason, idempotencyKey: $idempotencyKey) {
      ...ImpedimentCard
    }
  }
`);

export const RESUME_IMPEDIMENT_CLOCK = graphql(`
  mutation ResumeImpedimentClock($id: ID!, $version: Int!, $idempotencyKey: String) {
    impediment: resumeImpedimentClock(id: $id, version: $version, idempotencyKey: $idempotencyKey) {
      ...ImpedimentCard
    }
  }
`);

import { graphql } from '../../../generated/gql';

export const RAISE_IMPEDIMENT = graphql(`
  mutation RaiseImpediment($input: RaiseImpedimentInput!, $idempotencyKey: String) {
    raiseImpediment(input: $input, idempotencyKey: $idempotencyKey) {
      ...ImpedimentCard
    }
  }
`);

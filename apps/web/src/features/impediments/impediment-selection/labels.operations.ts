import { graphql } from '../../../generated/gql';

export const LABELS_TO_CHOOSE = graphql(`
  query LabelsToChoose {
    labels {
      id
      name
    }
  }
`);

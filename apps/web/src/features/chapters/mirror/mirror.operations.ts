import { graphql } from '../../../generated/gql';

export const MY_FACILITATION = graphql(`
  query MyFacilitation {
    myFacilitation {
      from
      endsBefore
      teams {
        held
        facilitatedByMe
        facilitatedByOthers
        team {
          id
          name
        }
        months {
          month
          held
          facilitatedByMe
        }
      }
    }
  }
`);

import { graphql } from '../../../generated/gql';

export const CALENDAR_FEEDS = graphql(`
  query CalendarFeeds {
    calendarFeeds {
      id
      scope
      label
      createdAt
      lastReadAt
    }
  }
`);

export const CREATE_CALENDAR_FEED = graphql(`
  mutation CreateCalendarFeed($scope: FeedScope!, $scopeId: ID) {
    createCalendarFeed(scope: $scope, scopeId: $scopeId) {
      address
      feed {
        id
        scope
        label
        createdAt
        lastReadAt
      }
    }
  }
`);

export const REVOKE_CALENDAR_FEED = graphql(`
  mutation RevokeCalendarFeed($id: ID!) {
    revokeCalendarFeed(id: $id) {
      done
    }
  }
`);

import { graphql } from '../../generated/gql';

export const INBOX_ENTRY = graphql(`
  fragment InboxEntryFacts on InboxEntry {
    id
    reason
    at
    readAt
    event
    count
    excerpt
    commentId
    actor {
      id
      name
    }
    impediment {
      id
      key
      title
    }
    decision {
      id
      key
      title
      state
      flow {
        vetoEndsAt
      }
      viewerCan
    }
    dependency {
      id
      key
      consumer {
        id
        key
        title
      }
    }
    occurrence {
      id
      name
      localStart
    }
    action {
      id
      title
      occurrence {
        id
      }
    }
    artifact {
      id
      key
      title
    }
    idea {
      id
      title
    }
    discussion {
      id
      title
    }
    community {
      id
      name
    }
    triageSession {
      id
      summary
      chapter {
        id
        name
      }
      viewerItems {
        id
        result
        note
        impediment {
          id
          key
          title
        }
      }
    }
  }
`);

export const INBOX = graphql(`
  query Inbox($first: Int, $after: String, $unreadOnly: Boolean, $reason: InboxReason) {
    inbox(first: $first, after: $after, unreadOnly: $unreadOnly, reason: $reason) {
      edges {
        cursor
        node {
          ...InboxEntryFacts
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      unreadCount
    }
  }
`);

export const INBOX_UNREAD = graphql(`
  query InboxUnread {
    inbox(first: 1, unreadOnly: true) {
      unreadCount
    }
  }
`);

export const MARK_INBOX_READ = graphql(`
  mutation MarkInboxRead($ids: [ID!]!, $read: Boolean!) {
    markInboxRead(ids: $ids, read: $read) {
      unreadCount
    }
  }
`);

export const MARK_WHOLE_INBOX_READ = graphql(`
  mutation MarkWholeInboxRead($until: DateTime!) {
    markWholeInboxRead(until: $until) {
      unreadCount
    }
  }
`);

export const INBOX_CHANGES = graphql(`
  subscription InboxChanges {
    inboxChanges {
      cursor
      resync
      unreadCount
    }
  }
`);

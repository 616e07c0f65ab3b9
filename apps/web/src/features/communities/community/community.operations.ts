import { graphql } from '../../../generated/gql';

/** What the directory says of a community. */
export const COMMUNITY_LINE = graphql(`
  fragment CommunityLine on Community {
    id
    name
    purpose
    topics
    memberCount
    viewerIsMember
    closedAt
    version
    viewerCan
    facilitators {
      id
      name
    }
    nextMeeting {
      id
      startsAt
      state
    }
  }
`);

export const COMMUNITIES = graphql(`
  query Communities($text: String, $mine: Boolean, $closed: Boolean, $first: Int, $after: String) {
    communities(text: $text, mine: $mine, closed: $closed, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          ...CommunityLine
        }
      }
    }
  }
`);

/** What a list says of something that a community publishes. */
export const ARTIFACT_LINE = graphql(`
  fragment ArtifactLine on Artifact {
    id
    key
    kind
    title
    summary
    state
    reviewDueOn
    reviewOverdue
    updatedAt
    current {
      id
      number
      publishedAt
    }
    draft {
      state
    }
    adoption {
      teams
      current
    }
  }
`);

/** What a card of the board of ideas says. */
export const IDEA_LINE = graphql(`
  fragment IdeaLine on Idea {
    id
    title
    state
    at
    votes
    viewerVoted
    trialUntil
    trialOverdue
    version
    viewerCan
    by {
      id
      name
    }
    trialTeam {
      id
      name
    }
    artifact {
      id
      key
      title
    }
    decision {
      id
      key
      title
    }
  }
`);

/** The ones that most want, for the home. */
export const TOP_IDEAS = graphql(`
  fragment TopIdeas on IdeaConnection {
    totalCount
    edges {
      cursor
      node {
        ...IdeaLine
      }
    }
  }
`);

/** What a list says of a discussion. */
export const DISCUSSION_LINE = graphql(`
  fragment DiscussionLine on Discussion {
    id
    title
    at
    lastAt
    replyCount
    closed
    version
    by {
      id
      name
    }
  }
`);

export const COMMUNITY = graphql(`
  query Community($id: ID!) {
    community(id: $id) {
      ...CommunityLine
      closeReason
      nextMeeting {
        id
        name
        endsAt
        place
        facilitator {
          id
          name
        }
      }
      cadences {
        id
        name
        sentence
        timeZone
        place
      }
      artifacts {
        ...ArtifactLine
      }
      trials: ideas(states: [ON_TRIAL], first: 5) {
        ...TopIdeas
      }
      wanted: ideas(states: [IDEA, DISCUSSED], first: 5) {
        ...TopIdeas
      }
      topicsOfDiscussion(first: 5) {
        totalCount
        edges {
          cursor
          node {
            ...DiscussionLine
          }
        }
      }
    }
  }
`);

export const COMMUNITY_MEMBERS = graphql(`
  query CommunityMembers($id: ID!, $first: Int, $after: String) {
    community(id: $id) {
      id
      members(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            facilitator
            since
            person {
              id
              name
            }
          }
        }
      }
    }
  }
`);

export const COMMUNITY_CHANGED = graphql(`
  subscription CommunityChanged($communityId: ID, $after: String) {
    communityChanged(communityId: $communityId, after: $after) {
      cursor
      resync
      event
      id
      version
    }
  }
`);

export const FOUND_COMMUNITY = graphql(`
  mutation FoundCommunity($name: String!, $purpose: String!, $topics: [String!], $idempotencyKey: String) {
    community: foundCommunity(name: $name, purpose: $purpose, topics: $topics, idempotencyKey: $idempotencyKey) {
      ...CommunityLine
    }
  }
`);

export const EDIT_COMMUNITY = graphql(`
  mutation EditCommunity($id: ID!, $version: Int!, $changes: CommunityChanges!, $idempotencyKey: String) {
    community: editCommunity(id: $id, version: $version, changes: $changes, idempotencyKey: $idempotencyKey) {
      ...CommunityLine
    }
  }
`);

export const CLOSE_COMMUNITY = graphql(`
  mutation CloseCommunity($id: ID!, $version: Int!, $reason: String!, $idempotencyKey: String) {
    community: closeCommunity(id: $id, version: $version, reason: $reason, idempotencyKey: $idempotencyKey) {
      ...CommunityLine
    }
  }
`);

export const REOPEN_COMMUNITY = graphql(`
  mutation ReopenCommunity($id: ID!, $version: Int!, $idempotencyKey: String) {
    community: reopenCommunity(id: $id, version: $version, idempotencyKey: $idempotencyKey) {
      ...CommunityLine
    }
  }
`);

export const JOIN_COMMUNITY = graphql(`
  mutation JoinCommunity($id: ID!, $idempotencyKey: String) {
    community: joinCommunity(id: $id, idempotencyKey: $idempotencyKey) {
      ...CommunityLine
    }
  }
`);

export const LEAVE_COMMUNITY = graphql(`
  mutation LeaveCommunity($id: ID!, $idempotencyKey: String) {
    community: leaveCommunity(id: $id, idempotencyKey: $idempotencyKey) {
      ...CommunityLine
    }
  }
`);

export const SET_FACILITATOR = graphql(`
  mutation SetCommunityFacilitator($id: ID!, $personId: ID!, $facilitator: Boolean!, $idempotencyKey: String) {
    community: setCommunityFacilitator(
      id: $id
      personId: $personId
      facilitator: $facilitator
      idempotencyKey: $idempotencyKey
    ) {
      ...CommunityLine
    }
  }
`);

/** What somebody gets better at, together with others. */
export const COMMUNITIES_OF_PERSON = graphql(`
  query CommunitiesOfPerson($id: ID!) {
    person(id: $id) {
      id
      communities {
        id
        name
        facilitators {
          id
        }
      }
    }
  }
`);

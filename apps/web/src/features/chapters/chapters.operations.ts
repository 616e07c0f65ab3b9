import { graphql } from '../../generated/gql';

/** What the directory says of a chapter. */
export const CHAPTER_LINE = graphql(`
  fragment ChapterLine on Chapter {
    id
    name
    scope {
      kind
      id
      name
    }
    leader {
      id
      name
    }
    members {
      person {
        id
        name
      }
    }
    nextTriage {
      id
      localStart
      timeZone
      startsAt
    }
    session {
      id
      startedAt
      facilitator {
        id
        name
      }
    }
    version
    viewerCan
  }
`);

export const CHAPTERS = graphql(`
  query Chapters {
    chapters {
      ...ChapterLine
    }
  }
`);

/** Where a chapter may be: the organization and its areas. */
export const CHAPTER_PLACES = graphql(`
  query ChapterPlaces {
    organization {
      id
      name
      products {
        id
        name
        areas {
          id
          name
        }
      }
    }
  }
`);

export const CREATE_CHAPTER = graphql(`
  mutation CreateChapter(
    $name: String!
    $purpose: String
    $scopeKind: ScopeKind!
    $scopeId: ID!
    $idempotencyKey: String
  ) {
    chapter: createChapter(
      name: $name
      purpose: $purpose
      scopeKind: $scopeKind
      scopeId: $scopeId
      idempotencyKey: $idempotencyKey
    ) {
      ...ChapterLine
      purpose
    }
  }
`);

export const EDIT_CHAPTER = graphql(`
  mutation EditChapter($id: ID!, $version: Int!, $name: String, $purpose: String, $idempotencyKey: String) {
    chapter: editChapter(id: $id, version: $version, name: $name, purpose: $purpose, idempotencyKey: $idempotencyKey) {
      ...ChapterLine
      purpose
    }
  }
`);

export const CHAPTERS_OF_TEAM = graphql(`
  query ChaptersOfTeam($id: ID!) {
    team(id: $id) {
      id
      chapters {
        id
        name
      }
    }
  }
`);

import { refusePlatform } from '@chapterhouse/domain/refusal';
import type { Type } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';

/** The most that one page may hold, whatever is asked. */
export const MOST_PER_PAGE = 100;
const USUAL_PER_PAGE = 25;

@ObjectType()
export class PageInfo {
  @Field(() => Boolean) hasNextPage: boolean;
  @Field(() => Boolean) hasPreviousPage: boolean;
  @Field(() => String, { nullable: true }) startCursor: string | null;
  @Field(() => String, { nullable: true }) endCursor: string | null;
}

export interface Edge<T> {
  cursor: string;
  node: T;
}
export interface Connection<T> {
  edges: Edge<T>[];
  pageInfo: PageInfo;
  totalCount: number;
}

/** The Relay connection and edge types of a node type, named after `name`. */
export function connectionOf<T extends object>(node: Type<T>, name: string): Type<Connection<T>> {
  @ObjectType(`${name}Edge`)
  class EdgeType implements Edge<T> {
    @Field(() => String) cursor: string;
    @Field(() => node) node: T;
  }
  @ObjectType(`${name}Connection`)
  class ConnectionType implements Connection<T> {
    @Field(() => [EdgeType]) edges: EdgeType[];
    @Field(() => PageInfo) pageInfo: PageInfo;
    @Field(() => Int) totalCount: number;
  }
  return ConnectionType;
}

/** What to fetch: `limit` is one more than the page, to see whether there is a next one. `after` is the key of the last row seen. */
export interface Page {
  size: number;
  limit: number;
  after: string[] | null;
}

/** @throws INVALID_INPUT for a size outside 1..100 or a cursor that is none of ours (`parts` keys) */
export function readPage(first: number | null | undefined, after: string | null | undefined, parts: number): Page {
  const size = first ?? USUAL_PER_PAGE;
  if (size < 1 || size > MOST_PER_PAGE) throw invalid('first', `Ask for 1 to ${MOST_PER_PAGE} at a time.`);
  return { size, limit: size + 1, after: after ? readKey(after, parts) : null };
}

/** Builds the connection from up to `page.limit` rows; `keyOf` gives what the list is ordered by, unique. */
export function toConnection<Row, T>(
  page: Page,
  rows: Row[],
  totalCount: number,
  keyOf: (row: Row) => string[],
  nodeOf: (row: Row) => T,
): Connection<T> {
  const edges = rows.slice(0, page.size).map((row) => ({ cursor: writeKey(keyOf(row)), node: nodeOf(row) }));
  return {
    edges,
    totalCount,
    pageInfo: {
      hasNextPage: rows.length > page.size,
      hasPreviousPage: page.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function writeKey(parts: string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

function readKey(cursor: string, parts: number): string[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.length === parts && key.every((part) => typeof part === 'string')) return key;
  } catch {
    // Falls through to the refusal.
  }
  throw invalid('after', 'This is no cursor of this list; start again without it.');
}

function invalid(field: string, problem: string): Error {
  return refusePlatform('INVALID_INPUT', { fields: [{ field, problem }] });
}

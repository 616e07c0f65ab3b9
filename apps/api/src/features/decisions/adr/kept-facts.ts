import type { AdrDocument, KeptFacts } from '@chapterhouse/domain/decisions/adr-document';
import { z } from 'zod';

const line = z.string().max(500);
const moment = z.iso.datetime({ offset: true });
const path = z.array(line).max(4);
const argument = z.object({ tone: z.enum(['GOOD', 'NEUTRAL', 'BAD']), text: z.string() });

const exactly = z
  .object({
    title: line,
    people: z.array(z.object({ part: z.enum(['DECISION_MAKER', 'CONSULTED', 'INFORMED']), name: z.string().max(300) })),
    context: z.string(),
    drivers: z.array(z.string()),
    options: z.array(z.object({ title: z.string(), description: z.string(), arguments: z.array(argument) })),
    chosenOption: z.number().int().min(0).nullable(),
    outcome: z.string(),
    rationale: z.string(),
    gains: z.array(z.string()),
    givesUp: z.array(z.string()),
    consequences: z.array(argument),
    confirmation: z.string(),
    moreInformation: z.string(),
  })
  .partial();

/** Parts of a decision that markdown would give back changed. */
export type Exactly = z.infer<typeof exactly>;

const kept = z.object({
  id: z.uuid(),
  number: z.number().int().min(1),
  state: z.enum(['PROPOSED', 'ACCEPTED', 'REJECTED', 'WITHDRAWN', 'VETOED', 'SUPERSEDED', 'REVERTED']),
  kind: z.enum(['PRODUCT', 'ARCHITECTURE', 'PROCESS', 'ORGANIZATION']),
  scope: z.object({ kind: z.enum(['ORGANIZATION', 'PRODUCT', 'AREA', 'TEAM']), path }),
  decisionArea: z.string().max(100).nullable().default(null),
  proposedAt: moment,
  decidedAt: moment.nullable().default(null),
  revisitOn: z.iso.date().nullable().default(null),
  vetoReason: z.string().max(5000).default(''),
  vetoedAt: moment.nullable().default(null),
  vetoEndsAt: moment.nullable().default(null),
  revertReason: z.string().max(5000).default(''),
  closeReason: z.string().max(5000).default(''),
  importedFrom: z.string().max(2000).default(''),
  supersedes: z.array(z.uuid()).max(100).default([]),
  supersededBy: z.array(z.uuid()).max(1).default([]),
  amendments: z.array(z.object({ text: z.string().min(1).max(20_000), at: moment })).default([]),
  links: z
    .array(
      z.object({
        kind: z.enum(['IMPEDIMENT', 'ITEM', 'TEAM', 'AREA', 'PRODUCT', 'GOAL', 'URL']),
        key: z.string().max(100).nullable().default(null),
        url: z.string().max(2000).nullable().default(null),
        title: line.default(''),
        path: path.nullable().default(null),
      }),
    )
    .default([]),
  exactly: exactly.default({}),
});

/** All that the field `chapterhouse` of a file holds. */
export type KeptFields = z.infer<typeof kept>;

/** @returns what is wrong with it as a text */
export function readKept(value: unknown): KeptFields | string {
  const read = kept.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'unreadable'}`;
}

/** The document as its front matter says it, where that says more than its text. */
export function withKept(document: AdrDocument, fields: KeptFields): AdrDocument {
  const { exactly: exact, proposedAt, decidedAt, supersedes, supersededBy, ...rest } = fields;
  const { title, people, ...words } = exact;
  const facts: KeptFacts = rest;
  return {
    ...document,
    title: title ?? document.title,
    people: people ?? document.people,
    words: { ...document.words, ...given(words) },
    proposedAt,
    decidedAt,
    supersedes,
    supersededBy,
    owner: null,
    kept: facts,
  };
}

/** Without fields that are undefined. */
function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

import type { SourceKind } from '@chapterhouse/domain/impediments/impediment-fields';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { globalId } from '../../../platform/graphql/global-id.js';
import { Node } from '../../../platform/graphql/node.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { SourceKindEnum } from '../impediment-enums.graphql.js';

@ObjectType({ implements: () => [Node], description: 'What teams wait for.' })
export class Source implements Node {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => SourceKindEnum) kind: SourceKind;
  @Field(() => Int) version: number;
}

/** What every card of a board says of its source; the rest comes by loaders, when somebody asks. */
export interface SourceRow {
  id: string;
  name: string;
  kind: SourceKind;
  version: number;
}

/** What is known of a source that is named. Ids as in the database. */
export interface NamedSource {
  name: string;
  kind: SourceKind;
  contact?: string | undefined;
  contactPersonId?: string | undefined;
  /** Of the kind TEAM. */
  teamId?: string | undefined;
}

export function sourceOf(row: SourceRow): Source {
  return { id: globalId('Source', row.id), name: row.name, kind: row.kind, version: row.version };
}

export const SOURCE_ORDERS = ['NAME', 'OPEN', 'COST'] as const;
export type SourceOrder = (typeof SOURCE_ORDERS)[number];
export const SourceOrderEnum = enumOf('SourceOrder', SOURCE_ORDERS);

@InputType({ description: 'Only the given fields change; null clears whom to talk to and the team.' })
export class EditSourceInput {
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => SourceKindEnum, { nullable: true }) kind?: SourceKind | null;
  @Field(() => String, { nullable: true, description: 'Whom to talk to, and how: plain text of some lines.' })
  contact?: string | null;
  @Field(() => ID, { nullable: true, description: 'Whom to talk to, when it is somebody here.' })
  contactPersonId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The team that it is; only of the kind TEAM.' })
  teamId?: string | null;
}

@ObjectType()
export class MergedSources {
  @Field(() => Source, { description: 'The one that is kept.' }) source: Source;
  @Field(() => Int, { description: 'Impediments that wait for it from now on, ended ones too.' })
  movedImpediments: number;
}

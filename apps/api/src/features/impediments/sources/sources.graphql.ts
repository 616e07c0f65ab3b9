import type { SourceKind } from '@chapterhouse/domain/impediments/impediment-fields';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { globalId } from '../../../platform/graphql/global-id.js';
import { Node } from '../../../platform/graphql/node.js';
import { SourceKindEnum } from '../impediment-enums.graphql.js';

@ObjectType({ implements: () => [Node], description: 'What teams wait for.' })
export class Source implements Node {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => SourceKindEnum) kind: SourceKind;
  @Field(() => Int) version: number;
}

export interface SourceRow {
  id: string;
  name: string;
  kind: SourceKind;
  version: number;
}

export function sourceOf(row: SourceRow): Source {
  return { id: globalId('Source', row.id), name: row.name, kind: row.kind, version: row.version };
}

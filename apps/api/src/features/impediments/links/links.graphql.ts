import { IMPEDIMENT_LINK_KINDS, type ImpedimentLinkKind } from '@chapterhouse/domain/impediments/link-fields';
import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import { PartArguments } from '../impediment-arguments.graphql.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { Impediment } from '../impediments.graphql.js';

export const ImpedimentLinkKindEnum = enumOf('ImpedimentLinkKind', IMPEDIMENT_LINK_KINDS);

@ObjectType({ description: 'As one end sees it: `impediment` is the other end, `url` a page of the web.' })
export class ImpedimentLink {
  @Field(() => ID) id: string;
  @Field(() => ImpedimentLinkKindEnum) kind: ImpedimentLinkKind;
  @Field(() => String) title: string;
  @Field(() => String, { nullable: true }) url: string | null;
  @Field(() => Impediment, { nullable: true }) impediment: Impediment | null;
}

@ArgsType()
export class LinkArguments extends PartArguments {
  @Field(() => String, { nullable: true }) toKey?: string | null;
  @Field(() => String, { nullable: true }) url?: string | null;
  @Field(() => String, { nullable: true }) title?: string | null;
}

@ArgsType()
export class UnlinkArguments extends PartArguments {
  @Field(() => ID) linkId: string;
}

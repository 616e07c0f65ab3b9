import type {
  ArgumentTone,
  DecisionArgument,
  DecisionKind,
  DecisionOption,
  DecisionPersonPart,
} from '@chapterhouse/domain/decisions/decision-fields';
import type { DecisionLinkKind } from '@chapterhouse/domain/decisions/decision-links';
import type { DecisionState } from '@chapterhouse/domain/decisions/decision-state';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { globalId } from '../../platform/graphql/global-id.js';
import { Node } from '../../platform/graphql/node.js';
import { DateScalar, DateTimeScalar } from '../../platform/graphql/scalars.js';
import { Person, RoleScope, roleScopeObject } from '../organization/public.js';
import {
  ArgumentToneEnum,
  DecisionKindEnum,
  DecisionLinkKindEnum,
  DecisionPersonPartEnum,
  DecisionStateEnum,
} from './decision-enums.graphql.js';
import { decisionKeyOf, type DecisionLinkRow, type DecisionRow } from './decision-row.js';

@ObjectType('DecisionArgument')
export class DecisionArgumentObject implements DecisionArgument {
  @Field(() => ArgumentToneEnum) tone: ArgumentTone;
  @Field(() => String) text: string;
}

@ObjectType('DecisionOption')
export class DecisionOptionObject implements DecisionOption {
  @Field(() => String) title: string;
  @Field(() => String) description: string;
  @Field(() => [DecisionArgumentObject]) arguments: DecisionArgumentObject[];
}

@ObjectType({ description: 'A person of the organization, or the name that a file gave.' })
export class DecisionPerson {
  @Field(() => DecisionPersonPartEnum) part: DecisionPersonPart;
  @Field(() => String) name: string;
  @Field(() => Person, { nullable: true }) person: Person | null;
}

@ObjectType({
  description:
    'What a decision touches. `thingId` and `key` as far as they apply; items not in the backlog have a key only; GOAL is a name until goals are kept.',
})
export class DecisionLink {
  @Field(() => ID) id: string;
  @Field(() => DecisionLinkKindEnum) kind: DecisionLinkKind;
  @Field(() => ID, { nullable: true }) thingId: string | null;
  @Field(() => String, { nullable: true }) key: string | null;
  @Field(() => String) title: string;
  @Field(() => String, { nullable: true }) url: string | null;
  @Field(() => Boolean, { description: 'It was there when it was decided: nobody takes it away.' }) stays: boolean;
  @Field(() => Boolean, { description: 'Whoever added a link takes it away again.' }) addedByViewer: boolean;
}

@ObjectType()
export class DecisionAmendment {
  @Field(() => Int) number: number;
  @Field(() => String) text: string;
  @Field(() => Person, { nullable: true, description: 'Null where a file brought it.' }) by: Person | null;
  @Field(() => DateTimeScalar) at: string;
}

@ObjectType()
export class DecisionVeto {
  @Field(() => Person, { nullable: true, description: 'Null where a file brought it.' }) by: Person | null;
  @Field(() => Person, { nullable: true }) for: Person | null;
  @Field(() => String) reason: string;
  @Field(() => DateTimeScalar) at: string;
}

@ObjectType({ implements: () => [Node], description: 'The words of a decision: what its hash is made of.' })
export class Decision implements Node {
  @Field(() => ID) id: string;
  @Field(() => String) key: string;
  @Field(() => String) title: string;
  @Field(() => DecisionKindEnum) kind: DecisionKind;
  @Field(() => DecisionStateEnum) state: DecisionState;
  @Field(() => RoleScope) scope: RoleScope;
  /** Not in the schema: what `decisionArea` is loaded by. */
  decisionAreaId: string | null;
  @Field(() => String) context: string;
  @Field(() => [String]) drivers: string[];
  @Field(() => [DecisionOptionObject]) options: DecisionOptionObject[];
  @Field(() => Int, {
    nullable: true,
    description: 'Place in `options`; null where none of them was chosen, or none is known.',
  })
  chosenOption: number | null;
  @Field(() => String, { description: 'What was decided, in words; empty while nothing is.' }) outcome: string;
  @Field(() => String) rationale: string;
  @Field(() => [String]) gains: string[];
  @Field(() => [String]) givesUp: string[];
  @Field(() => [DecisionArgumentObject]) consequences: DecisionArgumentObject[];
  @Field(() => String) confirmation: string;
  @Field(() => String) moreInformation: string;
  @Field(() => [DecisionPerson]) people: DecisionPerson[];
  @Field(() => [DecisionLink]) links: DecisionLink[];
  @Field(() => DateScalar, { nullable: true }) revisitOn: string | null;
  @Field(() => Person, { nullable: true }) proposedBy: Person | null;
  @Field(() => DateTimeScalar) proposedAt: string;
  @Field(() => Person, { nullable: true }) decidedBy: Person | null;
  @Field(() => DateTimeScalar, { nullable: true }) decidedAt: string | null;
  /** Not in the schema: what `supersededBy` is loaded by. */
  supersededById: string | null;
  @Field(() => String) revertReason: string;
  @Field(() => String, { description: 'Why it was rejected or withdrawn.' }) closeReason: string;
  @Field(() => DecisionVeto, { nullable: true }) veto: DecisionVeto | null;
  /** Not in the schema: what `brief` is loaded by. */
  briefId: string | null;
  @Field(() => String, {
    description: 'Address of the file it came from, within its import; empty when written here.',
  })
  importedFrom: string;
  @Field(() => Int, {
    description: "Counts changes of the decision's own fields; answers, amendments and links leave it alone.",
  })
  version: number;
  @Field(() => DateTimeScalar) updatedAt: string;
  @Field(() => String) markdownUrl: string;
}

export const DecisionConnection = connectionOf(Decision, 'Decision');

/** The row becomes the GraphQL object here and nowhere else. */
export function decisionOf(row: DecisionRow, person: (id: string) => Person, viewerId: string): Decision {
  const someone = (id: string | null): Person | null => (id === null ? null : person(id));
  const key = decisionKeyOf(row.number);
  return {
    id: globalId('Decision', row.id),
    key,
    title: row.title,
    kind: row.kind,
    state: row.state,
    scope: roleScopeObject(row.scope_kind, row.scope_id, row.scope_name),
    decisionAreaId: row.decision_area_id,
    ...row.words,
    people: row.people.map(({ part, person_id: id, name }) => {
      const known = someone(id);
      return { part, name: known?.name ?? name, person: known };
    }),
    links: row.links.map((link) => decisionLinkOf(link, viewerId)),
    revisitOn: row.revisit_on,
    proposedBy: someone(row.proposed_by),
    proposedAt: row.proposed_at,
    decidedBy: someone(row.decided_by),
    decidedAt: row.decided_at,
    supersededById: row.superseded_by,
    revertReason: row.revert_reason,
    closeReason: row.close_reason,
    veto:
      row.state === 'VETOED'
        ? {
            by: someone(row.vetoed_by),
            for: someone(row.vetoed_for),
            reason: row.veto_reason,
            at: row.vetoed_at ?? row.updated_at,
          }
        : null,
    briefId: row.brief_id,
    importedFrom: row.imported_from,
    version: row.version,
    updatedAt: row.updated_at,
    markdownUrl: `/files/decisions/${key}.md`,
  };
}

/** Types of the things that links lead to. */
const THINGS: Partial<Record<DecisionLinkKind, string>> = {
  IMPEDIMENT: 'Impediment',
  ITEM: 'BacklogItem',
  TEAM: 'Team',
  AREA: 'Area',
  PRODUCT: 'Product',
};

function decisionLinkOf(link: DecisionLinkRow, viewerId: string): DecisionLink {
  const { id, kind, thing_id: thingId, key, title, url, stays } = link;
  const type = THINGS[kind];
  return {
    id: globalId('DecisionLink', id),
    kind,
    thingId: type === undefined || thingId === null ? null : globalId(type, thingId),
    key,
    title: title === '' ? (key ?? url ?? '') : title,
    url,
    stays,
    addedByViewer: link.added_by === viewerId,
  };
}

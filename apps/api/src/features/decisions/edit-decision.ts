import { isDeepStrictEqual } from 'node:util';
import {
  DECISION_KIND_TITLES,
  DECISION_PERSON_PART_TITLES,
  type DecisionInput,
  type DecisionWords,
} from '@chapterhouse/domain/decisions/decision-fields';
import { refuseUnlessLegalForDecision } from '@chapterhouse/domain/decisions/decision-state';
import type { FieldChange } from '@chapterhouse/domain/event-payload';
import { Inject, Injectable } from '@nestjs/common';
import { excerpt } from '../../platform/graphql/typed-text.js';
import { keysOf, listed, wordChanges } from './decision-changes-told.js';
import type { GivenDecision } from './decision-input.js';
import { DecisionReferences } from './decision-references.js';
import { type DecisionRow, subjectOf } from './decision-row.js';
import {
  changesOf,
  type DecisionCall,
  type DecisionStep,
  DecisionTransaction,
  type OpenedDecision,
} from './decision-transaction.js';
import { DecisionWrites, type NamedPerson, placeColumns } from './decision-writes.js';
import type { Decision } from './decisions.graphql.js';
import { DecisionsRepository } from './decisions.repository.js';
import { DecisionFlows } from './delegation/decision-flows.js';
import { refuseDecisionProblems, refuseField, refusePastRevisit, unlessRefused } from './refuse-decision.js';

/** Changing a proposal. Who consented to other words is asked again; another place starts its flow anew, and is no way around them. */
@Injectable()
export class EditDecision {
  constructor(
    @Inject(DecisionTransaction) private readonly transaction: DecisionTransaction,
    @Inject(DecisionsRepository) private readonly decisions: DecisionsRepository,
    @Inject(DecisionReferences) private readonly references: DecisionReferences,
    @Inject(DecisionWrites) private readonly writes: DecisionWrites,
    @Inject(DecisionFlows) private readonly flows: DecisionFlows,
  ) {}

  /** @throws FORBIDDEN, DECISION_IN_OTHER_STATE, INVALID_INPUT, NOTHING_TO_SUPERSEDE, NOT_FOUND */
  edit(call: DecisionCall, given: GivenDecision): Promise<Decision> {
    const step: DecisionStep = async (opened) => {
      const { tx, row, viewer, save } = opened;
      unlessRefused(refuseUnlessLegalForDecision(row.state, 'decision:edit'));
      const after = {
        title: given.title ?? row.title,
        kind: given.kind ?? row.kind,
        words: { ...row.words, ...given.words },
        revisit_on: given.revisitOn === undefined ? row.revisit_on : given.revisitOn,
      };
      const people = given.people && (await this.references.people(tx, given.people, viewer.today));
      refuseDecisionProblems(touched(given, after.words, people));
      refusePastRevisit({ from: row.revisit_on, to: after.revisit_on, today: viewer.today });
      if (given.supersedes?.includes(row.id)) refuseField('supersedesIds', 'A decision does not replace itself.');
      const isReworded = after.title !== row.title || !isDeepStrictEqual(after.words, row.words);
      const place = await this.moved(opened, given, isReworded);
      const changes = [
        ...changesOf(
          { field: 'title', from: row.title, to: after.title },
          { field: 'kind', from: DECISION_KIND_TITLES[row.kind], to: DECISION_KIND_TITLES[after.kind] },
          { field: 'revisitOn', from: row.revisit_on, to: after.revisit_on },
        ),
        ...wordChanges(row.words, after.words),
        ...place.changes,
        ...(people ? peopleChange(row, people) : []),
        ...(await this.supersedesChange(opened, given.supersedes)),
      ];
      if (changes.length === 0) return undefined;
      if (people) await this.writes.replacePeople(tx, row.id, people);
      if (given.supersedes) await this.writes.replaceSupersedes(tx, row.id, given.supersedes);
      const version = await save({ ...after, ...place.columns });
      const edited = await this.decisions.byId(tx, row.id);
      if (!edited) throw new Error('A decision was edited and is not there.');
      const { asked } = place.columns
        ? await this.flows.begin(tx, viewer, subjectOf(edited))
        : await this.flows.edited(tx, viewer, subjectOf(edited), isSomethingElse(row, edited));
      return { event: 'decision.edited', version, changes, asked };
    };
    return this.transaction.change(call, 'decision:edit', step);
  }

  /**
   * Where it is made from now on, and by which delegation; no columns when both stay. Other words are trusted to somebody by
   * the boards of now: an old proposal is no store of trust.
   */
  private async moved({ tx, row, viewer }: OpenedDecision, given: GivenDecision, isReworded: boolean): Promise<Move> {
    const scope = given.scope ?? { kind: row.scope_kind, id: row.scope_id };
    const areaId = given.decisionAreaId === undefined ? row.decision_area_id : given.decisionAreaId;
    if (scope.id === row.scope_id && areaId === row.decision_area_id) {
      const delegation = isReworded ? await this.flows.freeze(tx, scope, areaId) : row.delegation;
      const isOther = !isDeepStrictEqual(delegation, row.delegation);
      if (!isOther || !(await this.flows.mayFollow(tx, viewer, subjectOf(row), delegation)))
        return { columns: undefined, changes: [] };
      return { columns: { ...placeColumns(scope), decision_area_id: areaId, delegation }, changes: [] };
    }
    await this.flows.leave(tx, viewer, subjectOf(row));
    const scopeName = scope.id === row.scope_id ? row.scope_name : await this.references.scope(tx, scope, viewer.today);
    const area = await this.references.areaChange(tx, row.decision_area_id, areaId);
    const delegation = await this.flows.freeze(tx, scope, areaId);
    return {
      columns: { ...placeColumns(scope), decision_area_id: areaId, delegation },
      changes: [
        ...(scope.id === row.scope_id ? [] : [{ field: 'scope', from: row.scope_name, to: scopeName }]),
        ...changesOf({ field: 'decisionArea', ...area }),
      ],
    };
  }

  private async supersedesChange(
    { tx, row }: OpenedDecision,
    given: readonly string[] | undefined,
  ): Promise<FieldChange[]> {
    if (!given) return [];
    const wanted = await this.references.toSupersede(tx, given);
    const before = await this.decisions.byIds(tx, row.supersedes);
    return changesOf({ field: 'supersedes', from: keysOf(before), to: keysOf(wanted) });
  }
}

interface Move {
  columns: (ReturnType<typeof placeColumns> & Pick<DecisionRow, 'decision_area_id' | 'delegation'>) | undefined;
  changes: FieldChange[];
}

/** Whether it is about something else than what was asked about, rather than said better. */
function isSomethingElse(before: DecisionRow, after: DecisionRow): boolean {
  const matter = ({ title, words: { options, chosenOption, outcome } }: DecisionRow): object => ({
    title,
    options,
    chosenOption,
    outcome,
  });
  return !isDeepStrictEqual(matter(before), matter(after));
}

/** What is left alone is not checked: files bring longer texts than people may give. */
function touched(
  { title, kind, words, supersedes, revisitOn }: GivenDecision,
  { options, chosenOption }: DecisionWords,
  people: readonly NamedPerson[] | undefined,
): DecisionInput {
  const choice = words.options === undefined && words.chosenOption === undefined ? {} : { options, chosenOption };
  return { title, kind, ...words, ...choice, people, supersedesIds: supersedes, revisitOn };
}

function peopleChange(row: DecisionRow, after: readonly NamedPerson[]): FieldChange[] {
  const told = (people: readonly Pick<NamedPerson, 'part' | 'name'>[]): string | null =>
    excerpt(listed(people.map(({ part, name }) => `${DECISION_PERSON_PART_TITLES[part]}: ${name}`)));
  return changesOf({ field: 'people', from: told(row.people), to: told(after) });
}

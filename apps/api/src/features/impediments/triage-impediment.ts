import { refuseWithoutBrief } from '@chapterhouse/domain/impediments/brief-answer';
import { type ImpedimentSeverity, SEVERITY_TITLES } from '@chapterhouse/domain/impediments/impediment-fields';
import { nextState, refuseTriageAmongMany, refuseUnlessLegal } from '@chapterhouse/domain/impediments/impediment-state';
import { Inject, Injectable } from '@nestjs/common';
import { ImpedimentClocks } from './clocks/impediment-clocks.js';
import { ImpedimentLevels } from './impediment-levels.js';
import { ImpedimentLinks } from './impediment-links.js';
import { ImpedimentReferences } from './impediment-references.js';
import {
  changesOf,
  type ImpedimentCall,
  type ImpedimentStep,
  ImpedimentTransaction,
  unlessRefused,
} from './impediment-transaction.js';
import { stateChange } from './move-impediment.js';
import { refuseField, refuseProblems } from './refuse-problems.js';
import { typedText } from '../../platform/graphql/typed-text.js';
import type { Impediment } from './impediments.graphql.js';

/** What triage gives an impediment; the owner's id as in the database. */
export interface Triage {
  ownerId: string;
  severity: ImpedimentSeverity;
  level: number;
  nextStep: string;
  /** Undefined leaves it alone, null clears it. */
  dueOn?: string | null | undefined;
}

/** Owner, severity, level and next step; and the level alone. Another level has a clock of its own; at the same one it runs on. */
@Injectable()
export class TriageImpediment {
  constructor(
    @Inject(ImpedimentTransaction) private readonly transaction: ImpedimentTransaction,
    @Inject(ImpedimentLevels) private readonly levels: ImpedimentLevels,
    @Inject(ImpedimentClocks) private readonly clocks: ImpedimentClocks,
    @Inject(ImpedimentLinks) private readonly links: ImpedimentLinks,
    @Inject(ImpedimentReferences) private readonly references: ImpedimentReferences,
  ) {}

  /** @throws ILLEGAL_TRANSITION, BRIEF_NEEDED, INVALID_INPUT; NOT_FOUND for an owner who is not of this organization */
  triage(call: ImpedimentCall, given: Triage): Promise<Impediment> {
    return this.transaction.change(call, 'impediment:triage', this.triageStep(given));
  }

  triageStep(given: Triage): ImpedimentStep {
    const input = { ...given, nextStep: typedText(given.nextStep) };
    return async (opened) => {
      const { tx, row, viewer, at, save } = opened;
      const owner = await this.references.personToCount(tx, viewer.today, input.ownerId, 'ownerId');
      refuseProblems(input);
      const facts = { ownerId: input.ownerId, severity: input.severity, level: input.level };
      const state = unlessRefused(nextState(row.state, 'impediment:triage', facts));
      const ladder = await this.levels.ladder(tx);
      if (input.level !== row.level) unlessRefused(refuseWithoutBrief(input.level, ladder.nameOf(input.level)));
      const before = row.owner_id === null ? undefined : await this.references.person(tx, viewer.today, row.owner_id);
      const clock = input.level === row.level ? undefined : await this.clocks.comesTo(opened, input.level, ladder);
      const dueOn = input.dueOn === undefined ? row.due_on : input.dueOn;
      const version = await save({
        state,
        owner_id: input.ownerId,
        severity: input.severity,
        ...clock?.columns,
        next_step: input.nextStep,
        due_on: dueOn,
        triaged_at: row.triaged_at ?? at,
      });
      const began = await this.links.watch(tx, row.id, input.ownerId, true);
      const changes = changesOf(
        stateChange(row, state),
        { field: 'owner', from: before?.name ?? null, to: owner.name },
        { field: 'severity', from: row.severity && SEVERITY_TITLES[row.severity], to: SEVERITY_TITLES[input.severity] },
        { field: 'level', from: ladder.nameOf(row.level), to: ladder.nameOf(input.level) },
        { field: 'nextStep', from: row.next_step || null, to: input.nextStep },
        { field: 'dueOn', from: row.due_on, to: dueOn },
      );
      const alsoUndo = { ...(began && { watcherId: input.ownerId }), ...(clock && { stay: clock.former }) };
      return { event: 'impediment.triaged', changes, version, alsoUndo };
    };
  }

  /** One of many: what is triaged already keeps what it was given. */
  triageAmongMany(given: Triage): ImpedimentStep {
    const step = this.triageStep(given);
    return (opened) => {
      unlessRefused(refuseTriageAmongMany(opened.row.state));
      return step(opened);
    };
  }

  /** @throws ILLEGAL_TRANSITION, BRIEF_NEEDED; INVALID_INPUT for no level of ours, the present one, or no reason */
  setLevel(call: ImpedimentCall, level: number, given: string): Promise<Impediment> {
    return this.transaction.change(call, 'impediment:set-level', this.levelStep(level, given));
  }

  /** One of many: what is at that level already has nothing to change. */
  levelAmongMany(level: number, given: string): ImpedimentStep {
    const step = this.levelStep(level, given);
    return async (opened) => (opened.row.level === level ? undefined : step(opened));
  }

  /** @param withBrief the brief goes with it, in the same transaction */
  levelStep(level: number, given: string, withBrief = false): ImpedimentStep {
    const reason = typedText(given);
    return async (opened) => {
      const { tx, row, save } = opened;
      refuseProblems({ level, reason });
      unlessRefused(refuseUnlessLegal(row.state, 'impediment:set-level'));
      if (level === row.level) refuseField('level', 'It is at this level already; choose another one.');
      const ladder = await this.levels.ladder(tx);
      if (!withBrief) unlessRefused(refuseWithoutBrief(level, ladder.nameOf(level)));
      const { columns, former } = await this.clocks.comesTo(opened, level, ladder);
      const version = await save(columns);
      const changes = [{ field: 'level', from: ladder.nameOf(row.level), to: ladder.nameOf(level) }];
      return { event: 'impediment.level-set', changes, note: reason, version, alsoUndo: { stay: former } };
    };
  }
}

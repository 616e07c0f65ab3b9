import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { type BriefToSend, SendBrief } from './briefs/send-brief.js';
import { type CallWithin, ImpedimentTransaction } from './impediment-transaction.js';
import { lockChains, MarkDuplicate } from './mark-duplicate.js';
import { MoveImpediment } from './move-impediment.js';
import { refuseField } from './refuse-problems.js';
import { type Triage, TriageImpediment } from './triage-impediment.js';

/**
 * What people who sit together make of an impediment, in the transaction of their meeting: the same steps, rules and
 * events as by hand, but no undo of the impediment alone. Each refuses as its mutation does: FORBIDDEN with who may, CONFLICT
 * with what is there where the version is no more.
 */
@Injectable()
export class SettleImpediment {
  constructor(
    @Inject(ImpedimentTransaction) private readonly transaction: ImpedimentTransaction,
    @Inject(TriageImpediment) private readonly triages: TriageImpediment,
    @Inject(MoveImpediment) private readonly moves: MoveImpediment,
    @Inject(MarkDuplicate) private readonly duplicates: MarkDuplicate,
    @Inject(SendBrief) private readonly briefs: SendBrief,
  ) {}

  triage(tx: Tx, call: CallWithin, given: Triage): Promise<void> {
    return this.transaction.changeIn(tx, call, 'impediment:triage', this.triages.triageStep(given));
  }

  decline(tx: Tx, call: CallWithin, reason: string): Promise<void> {
    return this.transaction.changeIn(tx, call, 'impediment:decline', this.moves.declineStep(reason));
  }

  /** @param intoKey of the impediment that it is the same as */
  merge(tx: Tx, call: CallWithin, intoKey: string): Promise<void> {
    const step = this.duplicates.markStep(intoKey);
    return this.transaction.changeIn(tx, call, 'impediment:mark-duplicate', step, lockChains);
  }

  /** To a higher level; to the top one only `sendBrief` leads. @throws INVALID_INPUT for one that is no higher */
  escalate(tx: Tx, call: CallWithin, level: number, reason: string): Promise<void> {
    const step = this.triages.levelStep(level, reason);
    return this.transaction.changeIn(tx, call, 'impediment:set-level', (opened) => {
      if (level <= opened.row.level) refuseField('level', 'Choose a level above its present one.');
      return step(opened);
    });
  }

  sendBrief(tx: Tx, call: CallWithin, given: BriefToSend): Promise<void> {
    return this.transaction.changeIn(tx, call, 'impediment:send-brief', this.briefs.sendStep(given));
  }
}

import { escalatedWords, triagedWords } from '@chapterhouse/domain/chapters/triage-result-words';
import { TOP_LEVEL } from '@chapterhouse/domain/impediments/impediment-ladder';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { PromiseAction } from '../../cadences/public.js';
import { NumbersOverTimeRead, SettleImpediment } from '../../impediments/public.js';
import { OrganizationReferences } from '../../organization/public.js';
import type { TriageResult } from './end-item.js';
import type { OpenedItem } from './triage-transaction.js';

/** What the reason is where nobody gave one. */
const BEYOND_US = 'The chapter cannot remove it at its level.';

/** Does to an impediment or action what the result of its item says. */
@Injectable()
export class SettleItem {
  constructor(
    @Inject(SettleImpediment) private readonly impediments: SettleImpediment,
    @Inject(NumbersOverTimeRead) private readonly levels: NumbersOverTimeRead,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
    @Inject(PromiseAction) private readonly actions: PromiseAction,
  ) {}

  /** Answers what the minutes say of it. @throws what the change itself is refused with */
  async settle(opened: OpenedItem, result: TriageResult): Promise<string> {
    const { tx, viewer, item } = opened;
    if (result.kind === 'PARKED') return result.reason;
    if (item.impediment_id !== null) return this.impediment(opened, item.impediment_id, result);
    // Who may end the item may say that the promise of it was kept.
    if (item.action_id !== null) await this.actions.complete(tx, viewer, item.action_id, result.reason || null);
    return result.reason;
  }

  private async impediment({ tx, viewer }: OpenedItem, id: string, result: TriageResult): Promise<string> {
    const { kind, ownerId, severity, level, nextStep, reason, intoKey, brief, dueOn, impedimentVersion } = result;
    if (impedimentVersion === null) throw new Error('What a result needs was asked for before.');
    const call = { viewer, id, version: impedimentVersion };
    if (kind === 'TRIAGED' && ownerId !== null && severity !== null && level !== null) {
      await this.impediments.triage(tx, call, { ownerId, severity, level, nextStep, dueOn });
      const owner = (await this.organization.peopleIn(tx, [ownerId], viewer.today)).get(ownerId);
      const levelName = await this.levelName(tx, level);
      return triagedWords({ ownerName: owner?.name ?? '', levelName, severity, nextStep, dueOn: dueOn ?? null });
    }
    if (kind === 'DECLINED') {
      await this.impediments.decline(tx, call, reason);
      return reason;
    }
    if (kind === 'MERGED') {
      await this.impediments.merge(tx, call, intoKey);
      return `It is the same as ${intoKey.trim().toUpperCase()}.`;
    }
    if (kind === 'ESCALATED' && level === TOP_LEVEL && brief !== null) {
      await this.impediments.sendBrief(tx, call, brief);
      return escalatedWords(await this.levelName(tx, level), brief.ask);
    }
    if (kind === 'ESCALATED' && level !== null) {
      await this.impediments.escalate(tx, call, level, reason || BEYOND_US);
      return escalatedWords(await this.levelName(tx, level), reason || BEYOND_US);
    }
    throw new Error('What a result needs was asked for before.');
  }

  private async levelName(tx: Tx, level: number): Promise<string> {
    const levels = await this.levels.levelNames(tx);
    return levels.find((one) => one.level === level)?.name ?? `level ${level}`;
  }
}

import { AddItem } from './add-item.js';
import { ChapterActionsRead } from './chapter-actions.read.js';
import { EndItem } from './end-item.js';
import { EndTriage } from './end-triage.js';
import { HandOver } from './hand-over.js';
import { AgendaResolver, ItemPartsResolver } from './item-parts.resolver.js';
import { ItemSubjects } from './item-subjects.js';
import { ItemTitlesRead } from './item-titles.read.js';
import { PromiseInTriage } from './promise-in-triage.js';
import { RunTriage } from './run-triage.js';
import { SessionChanges } from './session-changes.js';
import { SessionWrites } from './session-writes.js';
import { SessionsRepository } from './sessions.repository.js';
import { SettleItem } from './settle-item.js';
import { StartTriage } from './start-triage.js';
import { TriageAgendaRead } from './triage-agenda.read.js';
import { TriageFlowResolver } from './triage-flow.resolver.js';
import { TriagePartsResolver } from './triage-parts.resolver.js';
import { TriageTransaction } from './triage-transaction.js';
import { TriageResolver } from './triage.resolver.js';
import { TriageService } from './triage.service.js';

/** All of triage sessions, for the module. */
export const TRIAGE = [
  AddItem,
  AgendaResolver,
  ChapterActionsRead,
  EndItem,
  EndTriage,
  HandOver,
  ItemPartsResolver,
  ItemSubjects,
  ItemTitlesRead,
  PromiseInTriage,
  RunTriage,
  SessionChanges,
  SessionsRepository,
  SessionWrites,
  SettleItem,
  StartTriage,
  TriageAgendaRead,
  TriageFlowResolver,
  TriagePartsResolver,
  TriageResolver,
  TriageService,
  TriageTransaction,
];

import { AnswerBrief } from './answer-brief.js';
import { AnsweredBriefsRead } from './answered-briefs.read.js';
import { BlockagesRead } from './blockages.read.js';
import { BriefFilesRoutes } from './brief-files.routes.js';
import { BriefFactsRead } from './brief-facts.read.js';
import { BriefHistory } from './brief-history.js';
import { BriefObjects } from './brief-objects.js';
import { BriefVerification } from './brief-verification.js';
import { AskedTotalResolver, BriefsResolver, ImpedimentBriefsResolver } from './briefs.resolver.js';
import { BriefsRepository } from './briefs.repository.js';
import { BriefsService } from './briefs.service.js';
import { SendBrief } from './send-brief.js';

/** All of escalation briefs, for the module. */
export const BRIEFS = [
  AnswerBrief,
  AnsweredBriefsRead,
  AskedTotalResolver,
  BlockagesRead,
  BriefFactsRead,
  BriefFilesRoutes,
  BriefHistory,
  BriefObjects,
  BriefVerification,
  BriefsRepository,
  BriefsResolver,
  BriefsService,
  ImpedimentBriefsResolver,
  SendBrief,
];

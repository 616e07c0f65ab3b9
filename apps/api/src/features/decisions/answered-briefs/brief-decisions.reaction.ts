import type { ImpedimentEvent } from '@chapterhouse/domain/impediments/impediment-events';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Reactions } from '../../../platform/events/reactions.js';
import { BriefDecisions } from './brief-decisions.js';

/** Top-level escalations that are answered become decisions. */
@Injectable()
export class BriefDecisionsReaction implements OnModuleInit {
  constructor(
    @Inject(Reactions) private readonly reactions: Reactions,
    @Inject(BriefDecisions) private readonly decisions: BriefDecisions,
  ) {}

  onModuleInit(): void {
    this.reactions.register({
      name: 'decisions.answered-briefs',
      events: ['impediment.brief-answered' satisfies ImpedimentEvent],
      react: (tx, { subjectId }) => this.decisions.record(tx, [subjectId]),
    });
  }
}

import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { disagreements } from '../../platform/events/rows-and-events.js';
import { Verifications } from '../../platform/events/verifications.js';

/** What `verify` checks of chapters: each row agrees with its events. */
@Injectable()
export class ChapterVerification implements OnModuleInit {
  constructor(@Inject(Verifications) private readonly verifications: Verifications) {}

  onModuleInit(): void {
    this.verifications.register('chapters agree with their events', (tx) => disagreements(tx, 'chapters', 'Chapter'));
    this.verifications.register('practices agree with their events', (tx) =>
      disagreements(tx, 'practices', 'Practice'),
    );
    this.verifications.register('triage sessions agree with their events', (tx) =>
      disagreements(tx, 'triage_sessions', 'TriageSession'),
    );
  }
}

import { mentionsAsWords } from '@chapterhouse/domain/impediments/impediment-mentions';
import { refuseUnlessLegal } from '@chapterhouse/domain/impediments/impediment-state';
import { Inject, Injectable } from '@nestjs/common';
import { CommentsRepository } from './comments.repository.js';
import { ImpedimentLinks } from './impediment-links.js';
import { ImpedimentReferences } from './impediment-references.js';
import { ImpedimentTransaction, unlessRefused, type ImpedimentCall } from './impediment-transaction.js';
import { ImpedimentWrites } from './impediment-writes.js';
import { Mentions } from './mentions.js';
import { refuseProblems } from './refuse-problems.js';
import { excerpt, typedText } from '../../platform/graphql/typed-text.js';
import type { Impediment } from './impediments.graphql.js';

/** Taking part in an impediment: comments, watching, votes. None needs a version: its own fields stay as they are. */
@Injectable()
export class ImpedimentComments {
  constructor(
    @Inject(ImpedimentTransaction) private readonly transaction: ImpedimentTransaction,
    @Inject(ImpedimentWrites) private readonly writes: ImpedimentWrites,
    @Inject(ImpedimentLinks) private readonly links: ImpedimentLinks,
    @Inject(ImpedimentReferences) private readonly references: ImpedimentReferences,
    @Inject(CommentsRepository) private readonly comments: CommentsRepository,
    @Inject(Mentions) private readonly mentions: Mentions,
  ) {}

  /** @throws INVALID_INPUT for an empty comment or one of more than 20,000 characters */
  comment(call: ImpedimentCall, given: string): Promise<Impediment> {
    const body = typedText(given);
    return this.transaction.change(call, 'impediment:comment', async ({ tx, row, viewer, at }) => {
      refuseProblems({ body });
      unlessRefused(refuseUnlessLegal(row.state, 'impediment:comment'));
      const commentId = await this.comments.insert(tx, row.id, viewer.personId, body, at);
      await this.writes.touch(tx, row.id, at);
      return {
        event: 'impediment.commented',
        version: row.version,
        changes: [],
        note: excerpt(mentionsAsWords(body)) ?? '',
        ...(await this.mentions.told(tx, viewer.today, '', body)),
        commentId,
      };
    });
  }

  /** Watching what one watches already changes nothing. */
  watch(call: ImpedimentCall, watch: boolean): Promise<Impediment> {
    return this.transaction.change(call, 'impediment:watch', async ({ tx, row, viewer }) => {
      unlessRefused(refuseUnlessLegal(row.state, 'impediment:watch'));
      if (!(await this.links.watch(tx, row.id, viewer.personId, watch))) return undefined;
      const { name } = await this.references.person(tx, viewer.today, viewer.personId);
      const changes = [{ field: 'watchers', from: watch ? null : name, to: watch ? name : null }];
      return { event: 'impediment.watched', changes, version: row.version };
    });
  }

  /** One vote per person. @throws ILLEGAL_TRANSITION once it is resolved or ended */
  vote(call: ImpedimentCall, vote: boolean): Promise<Impediment> {
    return this.transaction.change(call, 'impediment:vote', async ({ tx, row, viewer }) => {
      unlessRefused(refuseUnlessLegal(row.state, 'impediment:vote'));
      if (!(await this.links.vote(tx, row.id, viewer.personId, vote))) return undefined;
      const after = row.vote_count + (vote ? 1 : -1);
      const changes = [{ field: 'voteCount', from: String(row.vote_count), to: String(after) }];
      return { event: 'impediment.voted', changes, version: row.version };
    });
  }
}

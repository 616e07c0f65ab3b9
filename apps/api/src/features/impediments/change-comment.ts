import { canOnComment, type CommentAction } from '@chapterhouse/domain/impediments/comment-policy';
import { mentionsAsWords } from '@chapterhouse/domain/impediments/impediment-mentions';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { idempotently } from '../../platform/graphql/idempotency.js';
import type { Person } from '../organization/public.js';
import { CommentObjects } from './comment-objects.js';
import { type CommentRow, CommentsRepository } from './comments.repository.js';
import type { ImpedimentComment } from './impediment-activity.graphql.js';
import { ImpedimentObjects } from './impediment-objects.js';
import type { ImpedimentRow } from './impediment-row.js';
import { ImpedimentTransaction } from './impediment-transaction.js';
import { ImpedimentWrites } from './impediment-writes.js';
import { ImpedimentsRepository } from './impediments.repository.js';
import type { Impediment } from './impediments.graphql.js';
import { Mentions } from './mentions.js';
import { refuseProblems } from './refuse-problems.js';
import { excerpt, typedText } from '../../platform/graphql/typed-text.js';

/** Which comment, as it was seen. */
export interface CommentCall {
  viewer: Viewer;
  id: string;
  version: number;
  idempotencyKey: string | null | undefined;
}

interface OpenedComment {
  comment: CommentRow;
  /** Locked: comments of one impediment change one after the other. */
  row: ImpedimentRow;
}

/** Comments after they were written. The version is the comment's own; that of the impediment stays. */
@Injectable()
export class ChangeComment {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ImpedimentsRepository) private readonly impediments: ImpedimentsRepository,
    @Inject(ImpedimentTransaction) private readonly transaction: ImpedimentTransaction,
    @Inject(ImpedimentWrites) private readonly writes: ImpedimentWrites,
    @Inject(ImpedimentObjects) private readonly objects: ImpedimentObjects,
    @Inject(CommentsRepository) private readonly comments: CommentsRepository,
    @Inject(CommentObjects) private readonly commentObjects: CommentObjects,
    @Inject(Mentions) private readonly mentions: Mentions,
  ) {}

  /** @throws NOT_FOUND, FORBIDDEN, CONFLICT, INVALID_INPUT */
  edit(call: CommentCall, given: string): Promise<ImpedimentComment> {
    const { viewer } = call;
    const body = typedText(given);
    return this.change(call, 'comment:edit', { body }, async (tx, { comment, row }) => {
      refuseProblems({ body });
      if (body === comment.body) return this.commentObjects.one(tx, viewer, comment);
      const at = viewer.now.toISOString();
      await this.comments.edit(tx, comment, body, at);
      await this.writes.touch(tx, row.id, at);
      await this.transaction.record(tx, row.id, {
        event: 'impediment.comment-edited',
        version: row.version,
        changes: [],
        note: excerpt(mentionsAsWords(body)) ?? '',
        ...(await this.mentions.told(tx, viewer.today, comment.body, body)),
        commentId: comment.id,
      });
      const edited = { ...comment, body, edited_at: at, version: comment.version + 1 };
      return this.commentObjects.one(tx, viewer, edited);
    });
  }

  /** It leaves the comments and the count; what the log has kept of its words is not shown any more. @throws as `edit` */
  remove(call: CommentCall): Promise<Impediment> {
    return this.change(call, 'comment:remove', {}, async (tx, { comment, row }) => {
      await this.comments.remove(tx, comment.id);
      await this.transaction.record(tx, row.id, {
        event: 'impediment.comment-removed',
        version: row.version,
        changes: [],
        commentId: comment.id,
      });
      const left = await this.impediments.byId(tx, row.id);
      if (!left) throw new Error('An impediment outlives its comments.');
      return this.objects.one(tx, call.viewer, left);
    });
  }

  private change<T extends object>(
    call: CommentCall,
    action: CommentAction,
    input: object,
    work: (tx: Tx, opened: OpenedComment) => Promise<T>,
  ): Promise<T> {
    const { viewer, id, version } = call;
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, call.idempotencyKey, action, { id, version, ...input }, async () =>
        work(tx, await this.open(tx, call, action)),
      ),
    );
  }

  private async open(tx: Tx, { viewer, id, version }: CommentCall, action: CommentAction): Promise<OpenedComment> {
    const seen = await this.comments.byId(tx, id);
    const row = seen && (await this.impediments.forUpdate(tx, seen.impediment_id));
    // Read again behind the lock: somebody may have been faster.
    const comment = row && (await this.comments.byId(tx, id));
    if (!comment) throw refusePlatform('NOT_FOUND', {});
    const verdict = canOnComment(viewer.actor, action, { authorId: comment.author_id });
    if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action, reason: verdict.reason });
    if (comment.version !== version) {
      const current = withoutContacts(await this.commentObjects.one(tx, viewer, comment));
      throw refusePlatform('CONFLICT', { currentVersion: comment.version, current });
    }
    return { comment, row };
  }
}

/** A refusal passes no resolver that would hide what only some may see: people go as their names. */
function withoutContacts({ author, mentions, ...others }: ImpedimentComment): object {
  return { ...others, author: named(author), mentions: mentions.map(named) };
}

function named({ id, name }: Person): object {
  return { id, name };
}

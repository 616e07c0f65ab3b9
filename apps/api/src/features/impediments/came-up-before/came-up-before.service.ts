import { can } from '@chapterhouse/domain/impediments/impediment-policy';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import { ImpedimentObjects } from '../impediment-objects.js';
import type { Impediment } from '../impediments.graphql.js';
import { ImpedimentsRepository } from '../impediments.repository.js';
import { searchText, typedText } from '../../../platform/graphql/typed-text.js';
import { SimilarImpedimentsRead, type Wording } from './similar-impediments.read.js';

/** Characters of a description that are compared: more only cost time. */
const MOST_TO_COMPARE = 2000;

/** "This came up before": asked while somebody raises, and of what is raised. */
@Injectable()
export class CameUpBeforeService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ImpedimentsRepository) private readonly impediments: ImpedimentsRepository,
    @Inject(ImpedimentObjects) private readonly objects: ImpedimentObjects,
    @Inject(SimilarImpedimentsRead) private readonly alike: SimilarImpedimentsRead,
  ) {}

  /**
   * Those that read like this, of at most five titles, best first.
   * @param exceptId the one whose words these are, where it is raised already
   * @throws NOT_FOUND for another than that
   */
  similar(viewer: Viewer, words: Wording, exceptId: string | null): Promise<Impediment[]> {
    mayView(viewer);
    const [title, description] = [searchText(words.title), typedText(words.description.slice(0, MOST_TO_COMPARE))];
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      if (exceptId !== null && !(await this.impediments.exists(tx, exceptId))) throw refusePlatform('NOT_FOUND', {});
      if (title === '') return [];
      return this.objects.byIds(tx, viewer, await this.alike.find(tx, { title, description }, exceptId));
    });
  }
}

function mayView(viewer: Viewer): void {
  const verdict = can(viewer.actor, 'impediment:view');
  if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'impediment:view', reason: verdict.reason });
}

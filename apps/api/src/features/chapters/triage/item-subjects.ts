import { Inject, Injectable } from '@nestjs/common';
import { readId } from '../../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import type { ActionItem } from '../../cadences/public.js';
import { type Impediment, ImpedimentsService, type Source, SourcesService } from '../../impediments/public.js';
import { ChapterMeetingsRead } from '../meetings/chapter-meetings.read.js';

const IMPEDIMENTS = Symbol('impediments on agendas');
const SOURCES = Symbol('sources on agendas');
const ACTIONS = Symbol('actions on agendas');

/** What items are about: one load of each kind for all of an answer. Ids are the database's. */
@Injectable()
export class ItemSubjects {
  constructor(
    @Inject(ImpedimentsService) private readonly impediments: ImpedimentsService,
    @Inject(SourcesService) private readonly sources: SourcesService,
    @Inject(ChapterMeetingsRead) private readonly meetings: ChapterMeetingsRead,
  ) {}

  async impediment(context: GraphqlContext, id: string | null): Promise<Impediment | null> {
    if (id === null) return null;
    const loader = loaderOf(context, IMPEDIMENTS, async (ids) => {
      const found = await this.impediments.byIds(viewerOf(context), ids);
      return new Map(found.map((impediment) => [readId('Impediment', impediment.id), impediment]));
    });
    return (await loadOnce(loader, id)) ?? null;
  }

  async source(context: GraphqlContext, id: string | null): Promise<Source | null> {
    if (id === null) return null;
    const loader = loaderOf(context, SOURCES, (ids) => this.sources.byIds(viewerOf(context), ids));
    return (await loadOnce(loader, id)) ?? null;
  }

  async action(context: GraphqlContext, id: string | null): Promise<ActionItem | null> {
    if (id === null) return null;
    const loader = loaderOf(context, ACTIONS, (ids) => this.meetings.actionsByIds(viewerOf(context), ids));
    return (await loadOnce(loader, id)) ?? null;
  }
}

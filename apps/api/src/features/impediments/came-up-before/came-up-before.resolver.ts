import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { Impediment } from '../impediments.graphql.js';
import { CameUpBeforeService } from './came-up-before.service.js';

@ArgsType()
class SimilarArguments {
  @Field(() => String) title: string;
  @Field(() => String, { nullable: true, description: 'Counts less than the title.' }) description?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'The one whose words these are, where it is raised: it is left out.',
  })
  exceptId?: string | null;
}

@Resolver(() => Impediment)
export class CameUpBeforeResolver {
  constructor(@Inject(CameUpBeforeService) private readonly service: CameUpBeforeService) {}

  @Query(() => [Impediment], {
    description:
      'Those that read like this, of at most five titles, best first: it may have come up before. What has the same title stands together, the open ones first, then the latest.',
  })
  @Action('impediment:view')
  similarImpediments(
    @CurrentViewer() viewer: Viewer,
    @Args() { title, description, exceptId }: SimilarArguments,
  ): Promise<Impediment[]> {
    const except = exceptId ? readId('Impediment', exceptId) : null;
    return this.service.similar(viewer, { title, description: description ?? '' }, except);
  }
}

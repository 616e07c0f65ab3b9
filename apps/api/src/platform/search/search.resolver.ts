import { Inject } from '@nestjs/common';
import { Args, Field, ID, Int, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import { Action } from '../auth/action.js';
import { CurrentViewer } from '../auth/current-viewer.js';
import type { Viewer } from '../auth/viewer.js';
import { type SaidHit, SEARCH_KINDS, type SearchKind, Searches } from './searches.js';

const SearchKindEnum = Object.fromEntries(SEARCH_KINDS.map((kind) => [kind, kind]));
registerEnumType(SearchKindEnum, { name: 'SearchKind' });

@ObjectType()
export class SearchHit {
  @Field(() => SearchKindEnum) kind: SearchKind;
  @Field(() => ID) id: string;
  @Field(() => String, { nullable: true, description: 'IMP-42, where the thing has a key.' }) key: string | null;
  @Field(() => String) title: string;
  @Field(() => String, { description: 'Where it belongs: state and team, area, role.' }) detail: string;
  @Field(() => Boolean, { description: 'Nothing has the typed words: this is only called nearly so.' })
  isGuess: boolean;
}

const USUAL = 20;
const MOST = 50;

@Resolver()
export class SearchResolver {
  constructor(@Inject(Searches) private readonly searches: Searches) {}

  @Query(() => [SearchHit])
  @Action('organization:view')
  search(
    @CurrentViewer() viewer: Viewer,
    @Args('text', { type: () => String }) text: string,
    @Args('first', { type: () => Int, nullable: true }) first: number | null | undefined,
  ): Promise<SaidHit[]> {
    return this.searches.find(viewer, text, Math.min(MOST, Math.max(1, first ?? USUAL)));
  }
}

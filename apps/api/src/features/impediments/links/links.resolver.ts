import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentContext, CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId } from '../../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { Person } from '../../organization/public.js';
import { callOf } from '../impediment-arguments.graphql.js';
import { idOf } from '../impediment-loaders.js';
import { Impediment } from '../impediments.graphql.js';
import { LinkImpediment } from './link-impediment.js';
import { ImpedimentLink, LinkArguments, UnlinkArguments } from './links.graphql.js';
import { LinksRead } from './links.read.js';

/** Kinds of loaders of one request. */
const LINKS = Symbol('links of impediments');
const WATCHERS = Symbol('watchers of impediments');
const DUPLICATES = Symbol('duplicates of impediments');

/** What hangs on an impediment and only its own page asks for. */
@Resolver(() => Impediment)
export class LinksResolver {
  constructor(
    @Inject(LinksRead) private readonly read: LinksRead,
    @Inject(LinkImpediment) private readonly linking: LinkImpediment,
  ) {}

  @Mutation(() => Impediment, {
    description: 'Give the key of another impediment, or a web address (https, http) with a title.',
  })
  @Action('impediment:link')
  linkImpediment(@CurrentViewer() viewer: Viewer, @Args() given: LinkArguments): Promise<Impediment> {
    const link = { toKey: given.toKey ?? null, url: given.url ?? null, title: given.title ?? null };
    return this.linking.link(callOf(viewer, given, link), link);
  }

  @Mutation(() => Impediment)
  @Action('impediment:unlink')
  unlinkImpediment(@CurrentViewer() viewer: Viewer, @Args() given: UnlinkArguments): Promise<Impediment> {
    const linkId = readId('ImpedimentLink', given.linkId);
    return this.linking.unlink(callOf(viewer, given, { linkId }), linkId);
  }

  @ResolveField(() => [ImpedimentLink])
  async links(@Parent() impediment: Impediment, @CurrentContext() context: GraphqlContext): Promise<ImpedimentLink[]> {
    const loader = loaderOf(context, LINKS, (ids) => this.read.links(viewerOf(context), ids));
    return (await loadOnce(loader, idOf(impediment))) ?? [];
  }

  @ResolveField(() => [Person])
  async watchers(@Parent() impediment: Impediment, @CurrentContext() context: GraphqlContext): Promise<Person[]> {
    const loader = loaderOf(context, WATCHERS, (ids) => this.read.watchers(viewerOf(context), ids));
    return (await loadOnce(loader, idOf(impediment))) ?? [];
  }

  @ResolveField(() => [Impediment], { description: 'Those that were marked as duplicates of this one.' })
  async duplicates(@Parent() impediment: Impediment, @CurrentContext() context: GraphqlContext): Promise<Impediment[]> {
    const loader = loaderOf(context, DUPLICATES, (ids) => this.read.duplicates(viewerOf(context), ids));
    return (await loadOnce(loader, idOf(impediment))) ?? [];
  }
}

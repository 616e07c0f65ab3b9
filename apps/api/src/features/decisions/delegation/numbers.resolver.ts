import type { DecisionScope } from '@chapterhouse/domain/decisions/delegation-cell';
import type { ScopeKind } from '@chapterhouse/domain/organization/role';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { splitId } from '../../../platform/graphql/global-id.js';
import { DelegationNumbersArguments, DelegationNumbersObject } from './numbers.graphql.js';
import { DelegationNumbersRead } from './numbers.read.js';

const KINDS = new Map<string, ScopeKind>([
  ['Organization', 'ORGANIZATION'],
  ['Product', 'PRODUCT'],
  ['Area', 'AREA'],
  ['Team', 'TEAM'],
]);

@Resolver()
export class DelegationNumbersResolver {
  constructor(@Inject(DelegationNumbersRead) private readonly read: DelegationNumbersRead) {}

  @Query(() => DelegationNumbersObject)
  @Action('delegation:view')
  delegationNumbers(
    @CurrentViewer() viewer: Viewer,
    @Args() { from, endsBefore, scopeId }: DelegationNumbersArguments,
  ): Promise<DelegationNumbersObject> {
    return this.read.numbers(viewer, { from, endsBefore, scope: scopeId ? anyScope(scopeId) : null });
  }
}

/** @throws NOT_FOUND for what is no id of any scope */
function anyScope(scopeId: string): DecisionScope {
  const parts = splitId(scopeId);
  const kind = KINDS.get(parts?.type ?? '');
  if (!parts || !kind) throw refusePlatform('NOT_FOUND', {});
  return { kind, id: parts.id };
}

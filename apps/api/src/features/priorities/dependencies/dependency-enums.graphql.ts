import { DEPENDENCY_CONFLICTS } from '@chapterhouse/domain/priorities/dependency-conflicts';
import { DEPENDENCY_STATES } from '@chapterhouse/domain/priorities/dependency-state';
import { enumOf } from '../../../platform/graphql/enum-of.js';

export const DependencyStateEnum = enumOf('DependencyState', DEPENDENCY_STATES);
export const DependencyConflictEnum = enumOf('DependencyConflict', DEPENDENCY_CONFLICTS);

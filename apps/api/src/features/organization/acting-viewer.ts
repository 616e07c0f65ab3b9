import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Viewer } from '../../platform/auth/viewer.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';

/**
 * The signed-in person in a mutation. What an earlier mutation of the same document has loaded is forgotten, so that
 * each one answers with what it wrote.
 */
export const ActingViewer = createParamDecorator((_: unknown, context: ExecutionContext): Viewer => {
  const { viewer, loaders } = GqlExecutionContext.create(context).getContext<GraphqlContext>();
  if (!viewer) throw new Error('ActingViewer on a public field.');
  loaders.clear();
  return viewer;
});

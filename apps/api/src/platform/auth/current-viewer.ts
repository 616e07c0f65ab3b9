import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { GraphqlContext } from '../graphql/graphql-context.js';
import type { Viewer } from './viewer.js';

/** The signed-in person, in a resolver whose action is not public. */
export const CurrentViewer = createParamDecorator((_: unknown, context: ExecutionContext): Viewer => {
  const { viewer } = GqlExecutionContext.create(context).getContext<GraphqlContext>();
  if (!viewer) throw new Error('CurrentViewer on a public field.');
  return viewer;
});

/** The request's context itself, for public fields and cookies. */
export const CurrentContext = createParamDecorator((_: unknown, context: ExecutionContext): GraphqlContext =>
  GqlExecutionContext.create(context).getContext<GraphqlContext>(),
);

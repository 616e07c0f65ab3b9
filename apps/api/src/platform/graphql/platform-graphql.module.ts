import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module, type DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequestIdentity } from '../auth/request-identity.js';
import { AuthModule } from '../auth/auth.module.js';
import { documentLimits, MOST_TOKENS } from './document-limits.js';
import { formatError } from './error-formatter.js';
import type { GraphqlContext } from './graphql-context.js';
import { KeptAnswers } from './kept/kept-answers.js';
import { NodesResolver } from './nodes.resolver.js';
import { ThingNamesResolver } from './thing-names.resolver.js';
import { projectionPlugin, stringifyProjected } from './projection/projection-plugin.js';

/** GraphQL over HTTP at /graphql; subscriptions live in `platform/realtime`. */
@Module({})
export class PlatformGraphqlModule {
  /** @param introspection only in development and for tools that print the schema */
  static forRoot(introspection: boolean): DynamicModule {
    return {
      module: PlatformGraphqlModule,
      imports: [
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          imports: [AuthModule],
          inject: [RequestIdentity, KeptAnswers],
          useFactory: (identity: RequestIdentity, kept: KeptAnswers): ApolloDriverConfig => ({
            autoSchemaFile: true,
            // Apollo Server looks whether it is valid, too.
            buildSchemaOptions: { skipCheck: true },
            path: '/graphql',
            introspection,
            playground: false,
            graphiql: false,
            includeStacktraceInErrorResponses: false,
            hideSchemaDetailsFromClientErrors: true,
            csrfPrevention: true,
            // Whoever could store documents here would fill our memory with them.
            persistedQueries: false,
            parseOptions: { maxTokens: MOST_TOKENS },
            validationRules: documentLimits(introspection),
            plugins: [
              ApolloServerPluginCacheControlDisabled(),
              ApolloServerPluginLandingPageDisabled(),
              projectionPlugin(kept),
            ],
            stringifyResult: stringifyProjected,
            formatError,
            context: (request: FastifyRequest, reply: FastifyReply): Promise<GraphqlContext> =>
              identity.contextOf(request, reply),
          }),
        }),
      ],
      providers: [NodesResolver, ThingNamesResolver],
    };
  }
}

import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { ErrorReplies } from './error-replies.js';
import { OwnOrigins } from './own-origins.js';
import { SecretFeeds } from './secret-feeds.js';

/** What every HTTP request meets before a feature does. */
@Module({
  providers: [OwnOrigins, SecretFeeds, { provide: APP_FILTER, useClass: ErrorReplies }],
  exports: [OwnOrigins, SecretFeeds],
})
export class HttpModule {}

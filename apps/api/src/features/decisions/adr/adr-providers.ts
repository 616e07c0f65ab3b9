import { DecisionExport } from './decision-export.js';
import { DecisionFeedRoutes } from './decision-feed.routes.js';
import { DecisionFeedsResolver } from './decision-feeds.resolver.js';
import { DecisionFeedsService } from './decision-feeds.service.js';
import { DecisionFilesRoutes } from './decision-files.routes.js';
import { DecisionImportUpdates } from './decision-import-updates.js';
import { OwnDocumentsRead } from './own-documents.read.js';

/** Decisions in and out, for the module. */
export const ADR = [
  DecisionExport,
  DecisionFeedRoutes,
  DecisionFeedsResolver,
  DecisionFeedsService,
  DecisionFilesRoutes,
  DecisionImportUpdates,
  OwnDocumentsRead,
];

import { CalendarFeedRead } from './calendar-feed.read.js';
import { CalendarFeedRoutes } from './calendar-feed.routes.js';
import { CalendarFeedsResolver } from './calendar-feeds.resolver.js';
import { CalendarFeedsService } from './calendar-feeds.service.js';

export const CALENDAR_FEED_PROVIDERS = [
  CalendarFeedRead,
  CalendarFeedsService,
  CalendarFeedsResolver,
  CalendarFeedRoutes,
];

import type { RouteObject } from 'react-router';

/** What comes first, and what it is for. */
export const prioritiesRoutes: RouteObject[] = [];

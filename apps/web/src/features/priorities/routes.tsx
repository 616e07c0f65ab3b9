import type { RouteObject } from 'react-router';
import { dependencyRoutes } from './dependencies/dependency-routes';

/** What comes first, and what it is for. */
export const prioritiesRoutes: RouteObject[] = [...dependencyRoutes];

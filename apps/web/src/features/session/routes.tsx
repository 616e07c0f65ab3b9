import type { RouteObject } from 'react-router';

/** In front of the door. */
export const entranceRoutes: RouteObject[] = [
  { path: 'sign-in', lazy: async () => ({ Component: (await import('./sign-in-page')).SignInPage }) },
  { path: 'welcome', lazy: async () => ({ Component: (await import('./welcome-page')).WelcomePage }) },
  { path: 'demo', lazy: async () => ({ Component: (await import('./demo-page')).DemoPage }) },
  { path: 'invitations', lazy: async () => ({ Component: (await import('./invitation-page')).InvitationPage }) },
  { path: 'invitations/:token', lazy: async () => ({ Component: (await import('./invitation-page')).InvitationPage }) },
];

/** Inside, for everybody. */
export const profileRoutes: RouteObject[] = [
  { path: 'profile', lazy: async () => ({ Component: (await import('./profile-page')).ProfilePage }) },
];

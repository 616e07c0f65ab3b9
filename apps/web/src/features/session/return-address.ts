/** Where to go after a sign-in. Only a path of this app: anything that a browser could read as another host is dropped. */
export function safeReturnAddress(wanted: string | null): string {
  if (wanted === null || !/^\/(?![/\\])/.test(wanted) || /[\\\p{Cc}]/u.test(wanted)) return '/';
  return /^\/(sign-in|welcome|demo|invitations)\b/.test(wanted) ? '/' : wanted;
}

/** The sign-in screen that comes back to `path`. */
export function signInAddress(path: string): string {
  return path === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ return: path }).toString()}`;
}

/** The choice of a person of the demo that comes back to `path`. */
export function demoAddress(path: string): string {
  return path === '/' ? '/demo' : `/demo?${new URLSearchParams({ return: path }).toString()}`;
}

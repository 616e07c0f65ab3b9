/**
 * Lets the browser keep the app's own files, so that the app opens without a connection. Only where that is of use: a
 * developer's server changes its files all the time.
 */
export function keepPagesForOffline(): void {
  if (!('serviceWorker' in navigator) || document.querySelector('script[src^="/src/"]')) return;
  // It costs nobody a second that they wait for; without it the app works as before.
  window.addEventListener('load', () => void navigator.serviceWorker.register('/sw.js').catch(() => {}), {
    once: true,
  });
}

import '@testing-library/jest-dom/jest-globals';
import { configure } from '@testing-library/react';
import { TextDecoder, TextEncoder } from 'node:util';

/** As much of a request as the router looks at. */
class PageRequest {
  readonly url: string;
  readonly signal: AbortSignal | undefined;
  readonly method = 'GET';
  readonly headers = new Headers();

  constructor(url: URL | string, init: RequestInit = {}) {
    this.url = String(url);
    this.signal = init.signal ?? undefined;
  }
}

// What is awaited comes sooner or later, also beside other work.
configure({ asyncUtilTimeout: 60_000 });

// What jsdom lacks and the libraries expect of a browser.
Object.assign(globalThis, { TextDecoder, TextEncoder, Request: PageRequest });

class NoResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
globalThis.ResizeObserver ??= NoResizeObserver;
Element.prototype.scrollIntoView ??= () => {};
Element.prototype.hasPointerCapture ??= () => false;
window.matchMedia ??= (media: string): MediaQueryList => ({
  media,
  matches: false,
  onchange: null,
  addListener: () => {},
  removeListener: () => {},
  addEventListener: () => {},
  removeEventListener: () => {},
  dispatchEvent: () => false,
});

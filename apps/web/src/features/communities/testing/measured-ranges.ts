/** What jsdom lacks and the editor measures. Import this before it. */
Object.assign(Range.prototype, { getClientRects: () => [], getBoundingClientRect: () => new DOMRect() });

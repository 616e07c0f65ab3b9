/** The impediments that are on the screen, in its order: what a range of a selection runs over. */
let ids: readonly string[] = [];

export const shownIds = (): readonly string[] => ids;

export function setShownIds(next: readonly string[]): void {
  ids = next;
}

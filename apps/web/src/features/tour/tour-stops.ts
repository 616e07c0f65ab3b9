/** One stop of the tour: a real part of the board, and what it is for. */
export type TourStop = {
  /** The first of these that can be seen; without any the stop is left out. */
  targets: readonly string[];
  title: string;
  /** A sentence or two. */
  words: string;
  /** What the keyboard does there, for those who have one. */
  keys?: string;
};

const key = (name: string) => `<kbd class="ch-kbd">${name}</kbd>`;

/** @param paletteKeys as on the keyboard in front of the person */
export const tourStops = (paletteKeys: readonly string[]): readonly TourStop[] => [
  {
    targets: ['.shell__header .raise-button'],
    title: 'Raise what is in the way',
    words: 'One line is enough; what came up before is shown while you type.',
    keys: `The key ${key('c')} does it from any screen.`,
  },
  {
    targets: ['[data-card]'],
    title: 'One card, one impediment',
    words:
      'Who has it, how long it has stood, what it costs in blocked team-days. Open it, or take it further by its menu.',
    keys: `Drag it, or press ${key('m')}.`,
  },
  {
    targets: ['.filter-bar__row', '.filter-bar'],
    title: 'Only what concerns you',
    words: 'Mine, overdue, an area, a few words. The filter is in the address, so a link shows others the same.',
  },
  {
    targets: ['.board-page .page__actions'],
    title: 'Keep a way to look',
    words: 'Save filter, lanes and order as a view, for yourself or for all. The list shows the same as a table.',
  },
  {
    targets: ['.palette-button'],
    title: 'Find or do anything',
    words: 'Impediments, people and teams by a few letters, and all that you may do to what is open.',
    keys: `${paletteKeys.map(key).join(' ')} opens it anywhere; ${key('?')} lists the keys.`,
  },
  {
    targets: ['.shell__group', '.shell__link[href="/my-work"]'],
    title: 'What waits for you',
    words: 'My work has what is yours to do today. The inbox has what concerns you, and says why.',
  },
];

export type PresentStop = TourStop & { element: Element };

/** Nobody is led to what is not there: on a small screen, on an empty board, without the right to do it. */
export function presentStops(stops: readonly TourStop[]): PresentStop[] {
  return stops.flatMap((stop) => {
    const element = stop.targets
      .map((target) => document.querySelector(target))
      .find((found) => found !== null && found.getClientRects().length > 0);
    return element ? [{ ...stop, element }] : [];
  });
}

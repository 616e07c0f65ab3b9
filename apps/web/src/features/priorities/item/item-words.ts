const SIZE = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** "3 points" */
export const pointsWords = (points: number): string => `${SIZE.format(points)} ${points === 1 ? 'point' : 'points'}`;

const DAY = /\d{4}-\d{2}-\d{2}/g;

/** A sentence of the server with its days as people say them: "Promised for 9 March, but needed by 2 March." */
export function withDayWords(sentence: string, day: (day: string) => string): string {
  return sentence.replaceAll(DAY, day);
}

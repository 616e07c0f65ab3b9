/** Around hits: characters that nobody types, and that are taken out of texts. */
const HIT_BEGINS = '\uE000';
const HIT_ENDS = '\uE001';
/** Parts words for the highlighter, and is taken out again. */
export const PARTED = '\u0001';

/** Of `ts_headline`. */
export const HIT_MARKS = `StartSel=${HIT_BEGINS},StopSel=${HIT_ENDS}`;

/** Where the parser of PostgreSQL would make one word of what the index has as several. */
const JOINED = `U&'([]/._:@&+=~#%$<>|^(){}-]|[\\00A0\\00A7\\00AB\\00B7\\00BB\\2010-\\2014\\2018-\\201E\\2022\\2026\\2190\\2192])'`;

/** SQL: a text for the highlighter to mark its hits in; what it answers has `PARTED` in it. */
export function parted(text: string): string {
  return `regexp_replace(translate(${text}, '${HIT_BEGINS}${HIT_ENDS}', ''), ${JOINED}, '${PARTED}\\1${PARTED}', 'g')`;
}

import type { AdoptionFeel, AdoptionPartsFragment } from '../../../generated/graphql';
import { plural } from '../../impediments/public';

export const FEEL_WORDS: Record<AdoptionFeel, string> = { WELL: 'Goes well', MIXED: 'Mixed', BADLY: 'Goes badly' };

export const FEELS = [
  { value: 'WELL', label: 'Well' },
  { value: 'MIXED', label: 'Mixed' },
  { value: 'BADLY', label: 'Badly' },
] as const satisfies readonly { value: AdoptionFeel; label: string }[];

/** "the latest", or how far behind. */
export const behindWords = ({ behindBy }: Pick<AdoptionPartsFragment, 'behindBy'>): string =>
  behindBy === 0 ? 'the latest' : `${plural(behindBy, 'version')} behind`;

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const SHORT_MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });

/** @param month YYYY-MM */
export const monthWords = (month: string): string => MONTH.format(new Date(`${month}-01`));
export const shortMonth = (month: string): string => SHORT_MONTH.format(new Date(`${month}-01`));

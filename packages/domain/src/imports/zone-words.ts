/**
 * Labels that people write for a zone. `EST` and the like are meant as the clock of the place, in summer too, as whoever
 * meets by them does. `IST` alone is not here: it is India's, Ireland's and Israel's.
 */
const LABELS: Record<string, string> = {
  pt: 'America/Los_Angeles',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
  'pacific time': 'America/Los_Angeles',
  'us pacific': 'America/Los_Angeles',
  mt: 'America/Denver',
  'mountain time': 'America/Denver',
  ct: 'America/Chicago',
  'central time': 'America/Chicago',
  et: 'America/New_York',
  est: 'America/New_York',
  edt: 'America/New_York',
  'eastern time': 'America/New_York',
  'eastern standard time': 'America/New_York',
  cet: 'Europe/Berlin',
  cest: 'Europe/Berlin',
  'central european time': 'Europe/Berlin',
  'central european summer time': 'Europe/Berlin',
  bst: 'Europe/London',
  uk: 'Europe/London',
  london: 'Europe/London',
  'london-uk': 'Europe/London',
  poland: 'Europe/Warsaw',
  beijing: 'Asia/Shanghai',
  china: 'Asia/Shanghai',
  'china standard time': 'Asia/Shanghai',
  'indian standard time': 'Asia/Kolkata',
  'india standard time': 'Asia/Kolkata',
  jst: 'Asia/Tokyo',
  'japan standard time': 'Asia/Tokyo',
  gmt: 'UTC',
  utc: 'UTC',
};

/** Whether it is a name of the IANA's own list. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z]/u.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** The IANA name for a label such as `PT (Pacific Time)`; null where it names none, or where its parts disagree. */
export function zoneInWords(text: string): string | null {
  const parts = text
    .split(/[()]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const zones = new Set(parts.map(zoneOfLabel).filter((zone) => zone !== null));
  const [zone] = zones;
  return zones.size === 1 && zone !== undefined ? zone : null;
}

function zoneOfLabel(label: string): string | null {
  const known = LABELS[label.toLowerCase().replaceAll(/\s+/gu, ' ')];
  if (known !== undefined) return known;
  return label.includes('/') && isZone(label) ? label : null;
}

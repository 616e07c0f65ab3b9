/** Lines of RFC 5545: what a property is called with its parameters, and its value as it is written. */
export type CalendarLine = readonly [property: string, value: string];

const MOST_OCTETS = 75;
/** What ends a line somewhere. */
const LINE_ENDS = /\r\n|[\r\u0085\u2028\u2029]/gu;
const CONTROLS = /[^\P{Cc}\t\n]/gu;
/** Readers there are that look for these within texts, too, and lose the meeting: a blank keeps them apart. */
const COMPONENTS = /\b(BEGIN|END):(?=V)/giu;
const LONE_SURROGATES = /\p{Surrogate}/gu;

/** All lines, folded, each with its end. */
export function calendarText(lines: readonly CalendarLine[]): string {
  return lines.map(([property, value]) => `${folded(`${property}:${value}`)}\r\n`).join('');
}

/** A value of the type TEXT: whatever somebody wrote stays within it. */
export function textValue(text: string): string {
  return text
    .replaceAll(LINE_ENDS, '\n')
    .replaceAll(CONTROLS, '')
    .replaceAll(LONE_SURROGATES, '')
    .replaceAll(COMPONENTS, '$1: ')
    .replaceAll(/[\\;,]/gu, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`);
}

/** No line is longer than 75 octets of UTF-8, and no character is cut. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > MOST_OCTETS) {
      parts.push(part);
      // The blank that a continued line begins with counts.
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}

function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}

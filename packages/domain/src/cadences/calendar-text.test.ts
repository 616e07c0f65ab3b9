import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarText, textValue } from './calendar-text.js';

/** As RFC 5545 reads it. */
function read(value: string): string {
  return value.replaceAll(/\\([nN\\;,])/gu, (_, mark: string) => (mark.toLowerCase() === 'n' ? '\n' : mark));
}

describe('Text of a calendar', () => {
  it('stays one value, whatever it says, in lines of at most 75 octets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const written = calendarText([['SUMMARY', textValue(text)]]);
        expect(written.endsWith('\r\n')).toBe(true);
        const lines = written.slice(0, -2).split('\r\n');
        for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        for (const line of lines.slice(1)) expect(line.startsWith(' ')).toBe(true);
        const [, value = ''] =
          /^SUMMARY:(.*)$/su.exec(lines.map((line, at) => (at === 0 ? line : line.slice(1))).join('')) ?? [];
        expect(value).not.toMatch(/[\r\n]/u);
        const plain = text
          .replaceAll(/\r\n|[\r\u0085\u2028\u2029]/gu, '\n')
          .replaceAll(/[^\P{Cc}\t\n]|\p{Surrogate}/gu, '')
          .replaceAll(/\b(BEGIN|END):(?=V)/giu, '$1: ');
        expect(read(value)).toBe(plain);
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it('cannot begin or end a component', () => {
    expect(textValue('a\r\nEND:VEVENT\nBEGIN:VEVENT')).toBe(String.raw`a\nEND: VEVENT\nBEGIN: VEVENT`);
  });
});

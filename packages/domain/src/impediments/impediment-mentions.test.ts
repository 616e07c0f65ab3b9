import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mentionedPeople, mentionsAsWords, newlyMentioned, newlyMentionedIn } from './impediment-mentions.js';

const ANA = '0190a000-0000-7000-8000-00000000000a';
const BEN = '0190b000-0000-7000-8000-00000000000b';
const ana = `[@Ana Roth](person:Person_${ANA})`;
const ben = `[@Ben](person:Person_${BEN})`;

describe('mentions in markdown', () => {
  it('are each person once, in the order of the text', () => {
    expect(mentionedPeople(`${ben}, please ask ${ana}; thank you ${ben}`)).toEqual([BEN, ANA]);
    expect(mentionedPeople('')).toEqual([]);
    expect(mentionedPeople(`[@A \\[x\\]](person:Person_${ANA.toUpperCase()})`)).toEqual([ANA]);
  });

  it.each([
    ['bold', `**${ana}**`],
    ['a quotation', `> ${ana} said`],
    ['a list', `- x\n\n    ${ana}`],
    ['a paragraph that goes on indented', `x\n    ${ana}`],
    ['after a span', `\`code\` ${ana} \`more\``],
    ['after a block', `\`\`\`\ncode\n\`\`\`\n${ana}`],
    ['after a block of a quotation that has ended', `> \`\`\`\n> code\n\n${ana}`],
    ['between lonely backticks of two paragraphs', `a \` b\n\n${ana}\n\nc \` d`],
    ['between escaped backticks', `\\\`${ana}\\\``],
    ['between runs of different length', `\`\`${ana}\``],
  ])('count in %s', (_, text) => expect(mentionedPeople(text)).toEqual([ANA]));

  it.each([
    ['a span of code', `\`${ana}\``],
    ['a span of two backticks', `\`\` ${ana} \` x \`\``],
    ['a span over two lines', `\`a\n${ana}\``],
    ['a block of code', `x\n\`\`\`md\n${ana}\n\`\`\`\n`],
    ['a block of tildes', `~~~\n${ana}\n\`\`\`\n${ana}\n~~~`],
    ['a block that never ends', `\`\`\`\n${ana}`],
    ['a block in a list', `- x\n\n      \`\`\`\n      ${ana}\n      \`\`\``],
    ['a block in a quotation', `> \`\`\`\n> ${ana}\n> \`\`\``],
    ['a longer fence', `\`\`\`\`\n\`\`\`\n${ana}\n\`\`\`\``],
    ['an indented block', `x\n\n    ${ana}`],
    ['an escaped link', `\\${ana}`],
    ['a picture', `!${ana}`],
    ['a link to something else', `[@Ana](https://example.org/Person_${ANA}) [@Ana](person:Team_${ANA})`],
    ['no id', '[@Ana](person:Person_1) [@Ana](person:) [@](person:Person_) @Ana'],
    ['a name over two lines', `[@A\nna](person:Person_${ANA})`],
  ])('do not count in %s', (_, text) => expect(mentionedPeople(text)).toEqual([]));

  it('are at most fifty', () => {
    const id = (n: number): string => `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
    const text = Array.from({ length: 80 }, (__, n) => `[@P](person:Person_${id(n)})`).join(' ');
    expect(mentionedPeople(text)).toEqual(Array.from({ length: 50 }, (__, n) => id(n)));
  });

  it('are new when the text did not mention them before', () => {
    expect(newlyMentioned(`${ana}`, `${ana} ${ben}`)).toEqual([BEN]);
    expect(newlyMentioned(`${ana} ${ben}`, ben)).toEqual([]);
  });

  it('are new among several texts when none of them did before', () => {
    expect(newlyMentionedIn([ana, 'Words'], [`Words of ${ana}`, ben, `${ben}!`])).toEqual([BEN]);
    // Each text is read for itself: what begins code in one hides nothing in the next.
    expect(newlyMentionedIn([], ['```', ana])).toEqual([ANA]);
  });

  it('read as names in an excerpt', () => {
    expect(mentionsAsWords(`Ask ${ana} or [@A \\[x\\]](person:Person_${BEN}).`)).toBe('Ask @Ana Roth or @A [x].');
  });

  it('are found in any text without a fault, and quickly', () => {
    const piece = fc.constantFrom(
      '`',
      '```',
      '~~~',
      '\n',
      '\n\n',
      '    ',
      '> ',
      '- ',
      '\\',
      ana,
      ben,
      '[@',
      '](',
      'x ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const found = mentionedPeople(text);
        expect(found.every((id) => id === ANA || id === BEN)).toBe(true);
        expect(mentionsAsWords(text).length).toBeLessThanOrEqual(text.length);
      }),
    );
    const before = performance.now();
    for (const text of ['` '.repeat(10_000), '[@'.repeat(10_000), '`'.repeat(20_000), '[@a\\'.repeat(5_000)]) {
      mentionedPeople(text);
      mentionsAsWords(text);
    }
    expect(performance.now() - before).toBeLessThan(5000);
  });
});

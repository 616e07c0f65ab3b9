import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TEMPLATE_USES } from './artifact-state.js';
import { templateFieldsOf } from './template-fields.js';

const BODY = `# Which library
Why we ask.

## Decision Drivers
- cost
## Risks
Some.
\`\`\`md
## no heading
\`\`\`
## Decision Outcome:
Ours.
`;

it('gives each field of the form its part, and loses nothing', () => {
  expect(templateFieldsOf(BODY, 'DECISION')).toEqual([
    { name: 'context', text: 'Why we ask.' },
    { name: 'drivers', text: '- cost' },
    { name: 'outcome', text: 'Ours.' },
    { name: 'moreInformation', text: '## Risks\nSome.\n```md\n## no heading\n```' },
  ]);
});

it('writes an agreement as the outcome of a decision', () => {
  expect(templateFieldsOf('We start at nine.\n## Rules\nBe there.\n## Context\nWe are late.', 'AGREEMENT')).toEqual([
    { name: 'context', text: 'We are late.' },
    { name: 'outcome', text: 'We start at nine.\n\n## Rules\nBe there.' },
  ]);
});

it('offers a form with one field all of it', () => {
  expect(templateFieldsOf('Before a release.\n## Tasks\n- [ ] Test', 'CHECKLIST_RUN')).toEqual([
    { name: 'words', text: 'Before a release.\n\n## Tasks\n- [ ] Test' },
  ]);
  expect(templateFieldsOf('  \n', 'BRIEF')).toEqual([]);
});

it('every line of text is in some field', () => {
  const line = fc.constantFrom('one', 'two', '## Context', '## Ask', '## Else', '```', '### deeper', '');
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom(...TEMPLATE_USES), (lines, target) => {
      const all = templateFieldsOf(lines.join('\n'), target)
        .map(({ text }) => text)
        .join('\n')
        .split('\n');
      for (const words of ['one', 'two', '### deeper'])
        expect(all.filter((each) => each === words)).toHaveLength(lines.filter((each) => each === words).length);
    }),
  );
});

it.each([
  ['spaces in a heading', `## a${' '.repeat(200_000)}x`],
  ['dots in a heading', `## a${'.'.repeat(200_000)}x`],
  ['marks that close nothing', `## ${'#'.repeat(200_000)}x`],
  ['headings', '## a\n'.repeat(40_000)],
])('is done soon with many %s', (_, body) => {
  const began = performance.now();
  templateFieldsOf(body, 'DECISION');
  expect(performance.now() - began).toBeLessThan(20_000);
});

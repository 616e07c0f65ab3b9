import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checklistProblems } from './artifact-fields.js';
import { taskListSteps } from './task-list-steps.js';

const told = (body: string): string[] =>
  taskListSteps(body).map(({ id, text, hint, depth }) => `${id} ${depth} ${text}${hint === '' ? '' : ` (${hint})`}`);

it('reads tasks, their parts and hints, and nothing else', () => {
  const body = `# Before a release
Read this first.

- [ ] Tests are green
  Ask the team
  when they are not.
  - [x] Also the slow ones
\t- [ ] Also by hand
1. [ ] Say so
- no task
  below no task

\`\`\`md
- [ ] not this
\`\`\`

* [ ]   Celebrate
outside
`;
  expect(told(body)).toEqual([
    'task-1 0 Tests are green (Ask the team when they are not.)',
    'task-2 1 Also the slow ones',
    'task-3 2 Also by hand',
    'task-4 0 Say so',
    'task-5 0 Celebrate',
  ]);
  expect(told('- [ ]\n- []\n[ ] no')).toEqual([]);
});

it('never is deeper than a checklist may be, and each part follows what it is part of', () => {
  const line = fc.tuple(fc.nat(9), fc.constantFrom('- [ ] do', '* [x] done', '- no', 'words', ''));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      const steps = taskListSteps(lines.map(([indent, words]) => ' '.repeat(indent) + words).join('\n'));
      expect(checklistProblems(steps)).toEqual([]);
      expect(steps).toHaveLength(lines.filter(([, words]) => words.includes('[')).length);
    }),
  );
});

it.each([
  ['spaces before nothing', `- [ ]${' '.repeat(200_000)}\u00A0`],
  ['tasks', '- [ ] do\n'.repeat(25_000)],
  ['lines below one', `- [ ] do\n${'  b\n'.repeat(50_000)}`],
])('is done soon with many %s', (_, body) => {
  const began = performance.now();
  taskListSteps(body);
  expect(performance.now() - began).toBeLessThan(20_000);
});

import { describe, expect, it } from '@jest/globals';
import { DecisionReferences, findAmong } from './decision-references.js';

const references = new DecisionReferences([
  { path: 'docs/adr/0001-use-madr.md', title: 'Use MADR', numbers: ['0001'] },
  { path: 'docs/adr/0012-use-postgres.md', title: 'Use PostgreSQL', numbers: ['0012'] },
  { path: 'keps/sig-node/375-cpumanager/kep.yaml', title: 'CPU Manager', numbers: ['375'] },
  { path: 'keps/sig-node/6090-exec/kep.yaml', title: 'Exec', numbers: ['6090'] },
  { path: 'keps/sig-cli/6090-copy/kep.yaml', title: 'Copy', numbers: ['6090'] },
]);
const from = 'docs/adr/0012-use-postgres.md';

describe('A reference to a decision', () => {
  it.each([
    ['0001-use-madr.md', 'docs/adr/0001-use-madr.md'],
    ['./0001-use-madr.md#context', 'docs/adr/0001-use-madr.md'],
    ['../adr/0001-use-madr.md', 'docs/adr/0001-use-madr.md'],
    ['/docs/adr/0001-use-madr.md', 'docs/adr/0001-use-madr.md'],
    ['https://example.org/repo/blob/main/docs/adr/0001-use-madr.md', 'docs/adr/0001-use-madr.md'],
    ['ADR-0001', 'docs/adr/0001-use-madr.md'],
    ['ADR 1', 'docs/adr/0001-use-madr.md'],
    ['1', 'docs/adr/0001-use-madr.md'],
    ['12. Use PostgreSQL', 'docs/adr/0012-use-postgres.md'],
    ['KEP-375', 'keps/sig-node/375-cpumanager/kep.yaml'],
    ['Use MADR', 'docs/adr/0001-use-madr.md'],
    ['use-madr', 'docs/adr/0001-use-madr.md'],
    ['/keps/sig-node/375-cpumanager', 'keps/sig-node/375-cpumanager/kep.yaml'],
    ['/keps/sig-node/375-cpumanager/', 'keps/sig-node/375-cpumanager/kep.yaml'],
    ['kubernetes/enhancements/keps/sig-node/375-cpumanager/README.md', 'keps/sig-node/375-cpumanager/kep.yaml'],
    ['/keps/sig-apps/375-cpumanager', 'keps/sig-node/375-cpumanager/kep.yaml'],
  ])('%s', (text, path) => {
    expect(references.find(text, from)).toEqual({ path, isByNumber: false });
  });

  it('finds a renamed file by its number, and says so', () => {
    const found = { path: 'docs/adr/0012-use-postgres.md', isByNumber: true };
    expect(references.find('0012-use-mysql.md', from)).toEqual(found);
  });

  it.each([
    '0099-gone.md',
    '99',
    'kinflate',
    '/keps/sig-cli/20191004-old.md',
    '6090',
    '',
    '../../../etc/passwd',
    '%E0%A4%A',
  ])('%j leads nowhere', (text) => {
    expect(references.find(text, from)).toBe('MISSING');
  });

  it.each(['https://example.org/community/pull/2314/', 'https://docs.example.org/d/1', 'mailto:ana@example.org'])(
    '%s is elsewhere',
    (text) => {
      expect(references.find(text, from)).toBe('ELSEWHERE');
    },
  );
});

it('is found among what came first, but what is meant comes before what only has the number', () => {
  const others = new DecisionReferences([
    { path: 'docs/adr/0001-use-madr.md', title: 'Elsewhere', numbers: ['0001'] },
    { path: 'docs/adr/0012-use-mysql.md', title: 'Use MySQL', numbers: ['0012'] },
  ]);
  const find = (text: string) => findAmong([references, others], text, from);
  expect(find('Use MADR')).toEqual({ path: 'docs/adr/0001-use-madr.md', isByNumber: false });
  expect(find('0012-use-mysql.md')).toEqual({ path: 'docs/adr/0012-use-mysql.md', isByNumber: false });
  expect(find('0012-use-oracle.md')).toEqual({ path: 'docs/adr/0012-use-postgres.md', isByNumber: true });
  expect(find('https://docs.example.org/d/1')).toBe('ELSEWHERE');
  expect(find('0099-gone.md')).toBe('MISSING');
});

import { describe, expect, it } from '@jest/globals';
import { readKep } from './kep-reader.js';

const TODAY = '2026-01-01';

describe('kep.yaml', () => {
  it('is read with its remarks told', () => {
    const text = `title: In-place update
kep-number: 1287
authors:
  - "@ana"
owning-sig: sig-node
participating-sigs:
status: imlpemented
creation-date: 2018-11-06
last-updated: v1.27
approvers:
  - "@ben - For the network portion"
  - TBD
replaces:
  - n/a
  - "/keps/sig-node/1-old/README.md"
milestone:
  alpha: "v1.19"
  beta: ""
`;
    const { document, problems } = readKep('sig-node/1287-update/kep.yaml', text, TODAY);
    expect(document).toMatchObject({
      title: 'In-place update',
      status: 'imlpemented',
      owner: 'sig-node',
      proposedAt: '2018-11-06',
      decidedAt: '2018-11-06',
      numbers: ['1287', '1287'],
      supersedes: ['/keps/sig-node/1-old/README.md'],
      people: [
        { part: 'DECISION_MAKER', name: 'ben' },
        { part: 'CONSULTED', name: 'ana' },
      ],
    });
    expect(document?.words.moreInformation).toContain('* milestone: alpha: v1.19');
    expect(problems).toEqual([
      { line: 9, what: 'last-updated: “v1.27” is no day that can be read: left out.' },
      { line: 11, what: 'approvers: “@ben - For the network portion” says more than names: ben taken.' },
      { line: 12, what: 'approvers: “TBD” names nobody: left out.' },
      { line: 14, what: 'replaces: “n/a” is read as none.' },
    ]);
  });

  it('is none without a title, or when it is no YAML', () => {
    expect(readKep('kep.yaml', 'status: x', TODAY).document).toBeNull();
    expect(readKep('kep.yaml', 'title: x\ntitle: y', TODAY)).toMatchObject({
      document: null,
      problems: [{ line: 2 }, {}],
    });
  });
});

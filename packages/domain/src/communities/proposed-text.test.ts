import { describe, expect, it } from '@jest/globals';
import { mergedProposal, proposedProblems, proposedText } from './proposed-text.js';

const TREE = 'flowchart TD\n  a{"Urgent?"}\n  a -->|Yes| b["Call"]\n  a -->|No| c["Wait"]';

describe('what is proposed', () => {
  it('has to be something that could be published', () => {
    expect(proposedProblems('page', '')).toEqual([]);
    expect(proposedProblems('tree', TREE)).toEqual([]);
    expect(proposedProblems('tree', `${TREE}\n  b --> a`)[0]).toMatchObject({ field: 'body' });
    expect(proposedProblems('steps', '- [ ] One\n  - [ ] Two')).toEqual([]);
    expect(proposedProblems('steps', ' ')[0]?.problem).toMatch(/one step at least/);
    expect(proposedProblems('steps', 'One\n- [ ] Two')[0]?.problem).toMatch(/Line 1 belongs to no step/);
    expect(proposedProblems('steps', '- [ ] One\n    - [ ] Two')[0]?.problem).toMatch(/^Step 2: /);
  });

  it('is kept in the one form of steps', () => {
    expect(proposedText('steps', '- [x] One\n hint')).toBe('- [ ] One\n  hint');
    expect(proposedText('page', '- [x] One')).toBe('- [x] One');
  });

  it('is merged, unless what comes of it is wrong', () => {
    const base = '- [ ] One\n- [ ] Two\n- [ ] Three';
    const merged = { base, proposed: `${base}\n- [ ] Four`, present: base.replace('One', 'First') };
    expect(mergedProposal('steps', merged)).toBe('- [ ] First\n- [ ] Two\n- [ ] Three\n- [ ] Four');
    expect(
      mergedProposal('steps', { base, proposed: base.replace('Two', 'Zwei'), present: base.replace('Two', 'Due') }),
    ).toBeNull();
    const long = `${TREE}\n  c --> d["Later"]\n  b --> e["Done"]`;
    // Each of the two is a tree; both together have two answers that are alike.
    const proposed = long.replace('|Yes|', '|Maybe|');
    const present = long.replace('|No| c', '|Maybe| c');
    expect(mergedProposal('tree', { base: long, proposed, present })).toBeNull();
    expect(mergedProposal('tree', { base: long, proposed, present: `${long}\n  d --> f["End"]` })).toMatch(/Maybe/);
  });
});

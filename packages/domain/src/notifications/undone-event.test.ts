import { describe, expect, it } from '@jest/globals';
import { undoneEvent } from './undone-event.js';

const change = (field: string, from: string | null, to: string | null) => ({ field, from, to });
const START = { id: 'start', payload: { changes: [change('state', 'Triaged', 'In progress')] } };
const TRIAGE = {
  id: 'triage',
  payload: { changes: [change('state', 'Raised', 'Triaged'), change('owner', null, 'Ana')] },
};

describe('what an undoing takes back', () => {
  it.each([
    ['the latest', [change('state', 'In progress', 'Triaged')], START],
    [
      'an earlier one, after the latest was undone',
      [change('owner', 'Ana', null), change('state', 'Triaged', 'Raised')],
      TRIAGE,
    ],
    ['nothing where none says the same: labels are told to nobody', [change('labels', 'a', null)], undefined],
  ])('%s', (_, changes, expected) => expect(undoneEvent({ changes }, [START, TRIAGE])).toBe(expected));

  it('nothing where nothing was done', () => expect(undoneEvent({}, [])).toBeUndefined());
});

import { describe, expect, it } from '@jest/globals';
import { pace, sprint } from '../testing/sprint-facts';
import { editInput, formOf, numberOf, proposedForm, recordInput } from './sprint-form';

describe('the form of a sprint', () => {
  it('begins with the sprint that follows, and what the team usually gets done', () => {
    const form = proposedForm(sprint(1), { items: pace(7.4), points: pace(null) }, '2026-03-18');
    expect(form).toMatchObject({
      name: 'Sprint 2',
      state: 'ACTIVE',
      startsOn: '2026-03-16',
      lastDay: '2026-03-29',
      plannedItems: '7',
      plannedPoints: '',
    });
    expect(recordInput({ ...form, doneItems: '3' })).toMatchObject({
      endsBefore: '2026-03-30',
      plannedItems: 7,
      doneItems: 3,
    });
    // What was typed before the state was changed back is not sent.
    expect(recordInput({ ...form, doneItems: '3', state: 'FUTURE' })).toMatchObject({ doneItems: null });
  });

  it('sends only what differs', () => {
    const before = formOf(sprint(1, { goal: 'Pay', donePoints: 3.5, state: 'CLOSED' }));
    expect(editInput(before, before)).toEqual({});
    expect(
      editInput({ ...before, goal: '', doneItems: '', donePoints: '3,75', lastDay: '2026-03-16' }, before),
    ).toEqual({
      goal: '',
      doneItems: null,
      donePoints: 3.75,
      endsBefore: '2026-03-17',
    });
  });

  it.each([
    ['', null],
    [' 7 ', 7],
    ['2,5', 2.5],
    ['-', null],
  ])('reads %p as %p', (text, value) => expect(numberOf(text)).toBe(value));
});

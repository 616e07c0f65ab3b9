import { expect, test } from '@jest/globals';
import { EMPTY_FORM } from './decision-form';
import { withTemplate } from './template-form';

test('the fields of a template fill the form, lists entry by entry', () => {
  const form = withTemplate(
    EMPTY_FORM,
    new Map([
      ['context', 'Who waits?'],
      ['drivers', '- Calm\n- Speed'],
      ['options', 'Look twice.\n\n### Weekly\n\nEvery Tuesday.\n\n### Daily'],
      ['consequences', '- Good, because it is calm\n- Bad: slow\n- Other'],
    ]),
  );
  expect(form).toMatchObject({
    context: 'Who waits?',
    drivers: 'Calm\nSpeed',
    moreInformation: 'Look twice.',
    consequences: { good: 'it is calm', bad: 'slow', neutral: 'Other' },
  });
  expect(form.options.map(({ title, description }) => [title, description])).toEqual([
    ['Weekly', 'Every Tuesday.'],
    ['Daily', ''],
  ]);
});

test('a template of one text begins with it', () => {
  expect(withTemplate(EMPTY_FORM, new Map([['words', 'We answer within a day.']])).context).toBe(
    'We answer within a day.',
  );
});

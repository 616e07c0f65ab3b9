import { useEffect, useRef, useState } from 'react';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useTemplateWords } from '../../communities/public';
import type { DecisionForm } from './decision-form';
import { rebased, storedForm } from './stored-form';
import { withTemplate } from './template-form';
import type { WrittenDecision } from './use-decision-form';

/**
 * A template put into a form that somebody may be writing in: fields that they filled stay theirs, the others follow the
 * template, and follow the next one when they choose another.
 * @param empty the form before anything is written
 */
export function useTemplateInForm({ form, set }: Pick<WrittenDecision, 'form' | 'set'>, empty: DecisionForm) {
  const [key, choose] = useState('');
  const { words, error } = useTemplateWords(key);
  const offered = useRef(empty);
  useEffect(() => {
    // Not read yet: what is there stays so long.
    if (key !== '' && !words) return;
    const now = words ? withTemplate(empty, words) : empty;
    if (storedForm(now) === storedForm(offered.current)) return;
    set(rebased(form, offered.current, now));
    offered.current = now;
  });
  return { key, choose, refusal: error ? shownRefusal(error) : null };
}

import { useQuery } from '@apollo/client/react';
import { type ComboboxOption, useListbox } from '@chapterhouse/ui/use-listbox';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { useSettled } from '../page/use-settled';
import { insertText } from './insert-text';
import { mentionOf } from './mention';
import { type MentionQuery, mentionQueryAt } from './mention-query';
import { PEOPLE_TO_MENTION } from './people-to-mention.operations';
import { personOption } from './person-option';

/** How long somebody pauses before the people of that name are asked for, in milliseconds. */
const PAUSE = 120;

export type Nameable = { id: string; name: string };

/**
 * The people to name at the caret of a text area: opens with an `@`, narrows while typing.
 * @param near who is offered first
 */
export function useMentionList(area: RefObject<HTMLTextAreaElement | null>, near: readonly Nameable[]) {
  const [query, setQuery] = useState<MentionQuery | null>(null);
  const search = useSettled(query?.words ?? '', PAUSE);
  const { data, previousData, loading } = useQuery(PEOPLE_TO_MENTION, {
    variables: { search: search.trim() },
    skip: query === null,
  });
  const found = ((data ?? previousData)?.people.edges ?? []).map(({ node }) => personOption(node));
  const options: ComboboxOption[] = [
    ...near.map(({ id, name }) => found.find(({ value }) => value === id) ?? { value: id, label: name }),
    ...found.filter(({ value }) => !near.some(({ id }) => id === value)),
  ];
  const choose = (id: string) => {
    const person = options.find(({ value }) => value === id);
    const { current: field } = area;
    if (!person || !field || !query) return;
    const end = field.selectionEnd;
    const space = field.value[end] === ' ' ? '' : ' ';
    field.focus();
    insertText(field, mentionOf({ id, name: person.label }) + space, query.from, end);
    setQuery(null);
  };
  const list = useListbox(options, query?.words ?? '', choose);
  // Several words that are nobody's name are a sentence.
  const sentence = list.shown.length === 0 && (query?.words.includes(' ') ?? false);
  const open = list.open && query !== null && !sentence;

  const close = () => {
    list.setOpen(false);
    setQuery(null);
  };
  return {
    list,
    open,
    loading,
    query,
    close,
    /** After each change of the text. */
    typed: (field: HTMLTextAreaElement) => {
      const next = field.selectionStart === field.selectionEnd ? mentionQueryAt(field.value, field.selectionEnd) : null;
      setQuery(next);
      list.setOpen(next !== null);
      if (next?.words !== query?.words) list.setActive(0);
    },
    /** The caret went elsewhere. */
    moved: (field: HTMLTextAreaElement) => {
      if (query && mentionQueryAt(field.value, field.selectionEnd)?.from !== query.from) close();
    },
    /** True when the key was for the list. */
    onKeyDown: (event: KeyboardEvent): boolean => {
      if (!open || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
      const [active] = list.shown.slice(list.active);
      if (event.key === 'Tab' && active && !event.shiftKey) {
        event.preventDefault();
        list.take(active.value);
        return true;
      }
      if (event.key !== 'Escape' && list.shown.length === 0) return false;
      list.onKeyDown(event);
      return event.defaultPrevented;
    },
  };
}

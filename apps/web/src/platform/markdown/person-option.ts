import { ROLE_TITLES } from '@chapterhouse/domain/organization/role';
import type { ComboboxOption } from '@chapterhouse/ui/use-listbox';
import type { PeopleToMentionQuery } from '../../generated/graphql';

type Found = PeopleToMentionQuery['people']['edges'][number]['node'];

/** A person in a list of people to name, with what they do and where. */
export function personOption({ id, name, assignments: [held] }: Found): ComboboxOption {
  return { value: id, label: name, detail: held && `${ROLE_TITLES[held.role]}, ${held.scope.name}` };
}

import { SOURCE_KIND_TITLES } from '@chapterhouse/domain/impediments/impediment-fields';
import type { SourceFactsFragment } from '../../../generated/graphql';
import { plural } from '../plural';

const andList = new Intl.ListFormat('en', { type: 'conjunction' });
const knowsSomebody = ({ contact, contactPerson }: SourceFactsFragment): boolean =>
  contact.trim() !== '' || contactPerson !== null;

/** What merging does, each as a sentence, before it does it. */
export function mergePoints(kept: SourceFactsFragment, merged: SourceFactsFragment): string[] {
  const { openCount, pastCount } = merged;
  const count = openCount + pastCount;
  const names = andList.format([merged.name, ...merged.aliases].map((name) => `“${name}”`));
  const several = merged.aliases.length > 0;
  return [
    count === 0
      ? `No impediment waits for “${merged.name}”: none moves.`
      : `${plural(count, 'impediment')} of “${merged.name}” (${openCount} open, ${pastCount} past) ${count === 1 ? 'waits' : 'wait'} for “${kept.name}” from then on.`,
    `${names} ${several ? 'stay' : 'stays'} findable: ${several ? 'the names' : 'the name'} and ${several ? 'their addresses' : 'its address'} lead to “${kept.name}”.`,
    ...(kept.kind === merged.kind ? [] : [`It stays a ${SOURCE_KIND_TITLES[kept.kind].toLowerCase()}.`]),
    ...contactPoint(kept, merged),
    'This is not taken back.',
  ];
}

function contactPoint(kept: SourceFactsFragment, merged: SourceFactsFragment): string[] {
  if (!knowsSomebody(merged)) return [];
  if (!knowsSomebody(kept)) return [`Whom to talk to is taken over from “${merged.name}”.`];
  return [`Whom to talk to stays as “${kept.name}” has it; what “${merged.name}” says is not kept.`];
}

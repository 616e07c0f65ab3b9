import { useMemo } from 'react';
import type { ImportFieldsFragment } from '../../../generated/graphql';
import { type KeptDraft, useDraft } from '../../../platform/drafts/use-draft';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

export type MappingDraft = {
  /** The mapping as plain JSON: what was typed here, else what the import has, else what its files suggest. */
  mapping: unknown;
  change: (mapping: object) => void;
  /** It differs from the one that the preview was made with. */
  changed: boolean;
  clear: () => void;
  kept: KeptDraft;
};

/** What was chosen so far; it outlives leaving the page. */
export function useMappingDraft({ id, mapping, choices }: ImportFieldsFragment): MappingDraft {
  const [text, setText, clear, kept] = useDraft(`import-mapping:${id}`);
  const usual =
    isRecord(mapping) && Object.keys(mapping).length > 0 ? mapping : isRecord(choices) && choices['defaults'];
  const known = useMemo(() => {
    const typed: unknown = text === '' ? null : parsed(text);
    return {
      mapping: typed ?? usual ?? {},
      changed: typed !== null && canonical(typed) !== canonical(mapping),
    };
  }, [text, usual, mapping]);
  return { ...known, change: (next: object) => setText(JSON.stringify(next)), clear, kept };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // An older release's draft.
  }
}

/** As text, whatever the order of the names. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    isRecord(part) && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => one.localeCompare(other)))
      : part,
  );
}

import { useApolloClient } from '@apollo/client/react';
import { conflictOf, textOf } from '../../../platform/forms/conflict';
import { newIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import type { WriteAnswer } from '../editor/page-writer';
import { useDraftWriter } from '../editor/use-draft-writer';
import { WRITE_TREE } from './trees.operations';

/** The text of a tree under somebody's hands, saved by itself. */
export function useTreeWriter(
  artifact: { id: string; key: string },
  draft: { id: string; revision: number; mermaid: string },
) {
  const client = useApolloClient();
  const write = async (mermaid: string, revision: number): Promise<WriteAnswer> => {
    try {
      const { data } = await client.mutate({
        mutation: WRITE_TREE,
        variables: { artifactId: artifact.id, revision, mermaid, idempotencyKey: newIdempotencyKey() },
      });
      if (!data) throw new Error('The answer is empty.');
      return { kind: 'written', version: data.writeTree.revision, body: data.writeTree.tree?.mermaid ?? mermaid };
    } catch (error) {
      const refusal = shownRefusal(error);
      const conflict = conflictOf(refusal);
      if (conflict) return { kind: 'conflict', version: conflict.version, body: textOf(conflict, 'mermaid') };
      return { kind: 'refused', refusal };
    }
  };
  const base = { draftId: draft.id, version: draft.revision, body: draft.mermaid };
  return useDraftWriter({ artifactKey: artifact.key, part: 'tree', base, write });
}

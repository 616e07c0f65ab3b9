import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import type { DraftPagePartsFragment } from '../../../generated/graphql';
import { conflictOf, textOf } from '../../../platform/forms/conflict';
import { isUnreachable, markUnreachable } from '../../../platform/offline/connection';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useViewer } from '../../../platform/session/session-provider';
import { WRITE_PAGE } from './draft.operations';
import { keptPage } from './kept-page';
import { PageWriter, type WriteAnswer } from './page-writer';
import { useWriting } from './use-writing';

/** Bytes that a browser still sends for a page that it puts away. */
const MOST_WHEN_LEAVING = 60_000;

/** The text of a page under somebody's hands, saved by itself. Another page needs another mounting (a `key`). */
export function usePageWriter(artifact: { id: string; key: string }, page: DraftPagePartsFragment, draftId: string) {
  const client = useApolloClient();
  const { organization, person } = useViewer();
  const [writer] = useState(() => {
    const { restored, keep } = keptPage(organization.id, person.id, artifact.key, page.id);
    const send = async (words: { body: string; baseVersion: number; baseBody: string }): Promise<WriteAnswer> => {
      try {
        const { data } = await client.mutate({
          mutation: WRITE_PAGE,
          // Without a key: the words wait here, not among other edits, and writing them twice changes nothing.
          variables: { artifactId: artifact.id, page: { path: page.path, pageId: page.id, ...words } },
          context: { fetchOptions: { keepalive: isLeaving(words) } },
        });
        if (!data) throw new Error('The answer is empty.');
        return { kind: 'written', version: data.writePage.version, body: data.writePage.body };
      } catch (error) {
        if (isUnreachable(error)) markUnreachable();
        const refusal = shownRefusal(error);
        const conflict = conflictOf(refusal);
        if (conflict) return { kind: 'conflict', version: conflict.version, body: textOf(conflict, 'body') };
        return { kind: 'refused', refusal };
      }
    };
    return new PageWriter({ base: { draftId, version: page.version, body: page.body }, restored, keep, send });
  });
  const writing = useWriting(writer, { draftId, version: page.version, body: page.body });
  return { writing, writer };
}

/** The tab goes: the browser is to send it all the same. */
function isLeaving({ body, baseBody }: { body: string; baseBody: string }): boolean {
  return document.visibilityState === 'hidden' && (body.length + baseBody.length) * 2 < MOST_WHEN_LEAVING;
}

import { useApolloClient } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { Moment } from '../../impediments/public';
import { itemActivityWords } from './item-activity-words';
import { MORE_ITEM_ACTIVITY } from './item-page.operations';
import { ItemPart } from './item-part';
import type { ShownItem } from './use-item';

/** What happened to it, newest first, as sentences. */
export function ItemActivity({ item }: { item: ShownItem }) {
  const client = useApolloClient();
  const [loading, setLoading] = useState(false);
  const { key, activity } = item;
  if (activity.edges.length === 0) return null;
  const more = async () => {
    setLoading(true);
    try {
      const variables = { key, after: activity.pageInfo.endCursor ?? '' };
      await client.query({ query: MORE_ITEM_ACTIVITY, variables, fetchPolicy: 'network-only' });
    } catch (error) {
      const { title, next } = shownRefusal(error);
      notify({ tone: 'problem', title, detail: next });
    }
    setLoading(false);
  };
  return (
    <ItemPart title="Activity">
      <ol className="item-activity">
        {activity.edges.map(({ node }) => (
          <li key={node.id}>
            <p>
              <strong>{node.actor?.name ?? 'Somebody'}</strong> {itemActivityWords(node)} · <Moment at={node.at} />
            </p>
            {node.note !== null && node.note !== '' && <blockquote>{node.note}</blockquote>}
          </li>
        ))}
      </ol>
      {activity.pageInfo.hasNextPage && (
        <Button size="sm" pending={loading} onClick={() => void more()}>
          Show what came before
        </Button>
      )}
    </ItemPart>
  );
}

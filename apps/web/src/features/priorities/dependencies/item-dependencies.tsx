import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { ITEM_DEPENDENCIES } from './dependencies.operations';
import { DependencyLines } from './dependency-lines';
import type { FoundItem } from './item-field';
import { RequestDialog } from './request-dialog';
import { useDependencyChanges } from './use-dependency-changes';
import './item-dependencies.css';

export type ItemDependenciesProps = {
  item: FoundItem & { product: { id: string } };
  /** The viewer may ask for something in its name. */
  mayAsk: boolean;
};

/** Part of the page of an item: what it needs of others and what others need of it, open ones first. */
export function ItemDependencies({ item, mayAsk }: ItemDependenciesProps) {
  const { data, error, refetch } = useQuery(ITEM_DEPENDENCIES, {
    variables: { id: item.id },
    fetchPolicy: 'cache-and-network',
  });
  useDependencyChanges(data ? item.product.id : null, refetch);
  const [asking, setAsking] = useState(false);
  const dependencies = data?.node?.__typename === 'BacklogItem' ? data.node.dependencies : [];
  const needs = dependencies.filter(({ consumer }) => consumer.id === item.id);
  const owes = dependencies.filter(({ consumer }) => consumer.id !== item.id);
  return (
    <div className="item-dependencies">
      {!data && error && (
        <RefusalNote
          refusal={shownRefusal(error)}
          action={
            <Button size="sm" onClick={() => void refetch().catch(() => {})}>
              Try again
            </Button>
          }
        />
      )}
      {!data && !error && <Skeleton lines={2} label="Loading the dependencies" />}
      {data && dependencies.length === 0 && <p className="item-dependencies__none">It needs nothing of others.</p>}
      {needs.length > 0 && (
        <>
          <h3>It needs</h3>
          <DependencyLines label="It needs" dependencies={needs} />
        </>
      )}
      {owes.length > 0 && (
        <>
          <h3>Others need of it</h3>
          <DependencyLines label="Others need of it" dependencies={owes} />
        </>
      )}
      {mayAsk && (
        <Button variant="ghost" size="sm" icon={<Plus aria-hidden />} onClick={() => setAsking(true)}>
          Ask for something …
        </Button>
      )}
      {asking && <RequestDialog productId={item.product.id} consumer={item} onClose={() => setAsking(false)} />}
    </div>
  );
}

import { ArrowRight } from 'lucide-react';
import type { DependencyFactsFragment, DependentItemFragment } from '../../../generated/graphql';
import { ItemLink } from '../item/item-link';
import { consumerName, providerName } from './dependency-words';
import './dependency-sides.css';

/** Who delivers and who needs it, beside each other: what is made on the left goes to the right. */
export function DependencySides({ dependency }: { dependency: DependencyFactsFragment }) {
  const { consumer, provider } = dependency;
  return (
    <dl className="dependency-sides">
      <div>
        <dt>Delivers</dt>
        <dd>
          <span className="dependency-sides__who">{providerName(dependency)}</span>
          {provider ? <Item item={provider} /> : <span className="dependency-sides__none">no item yet</span>}
        </dd>
      </div>
      <ArrowRight className="dependency-sides__arrow" aria-hidden />
      <div>
        <dt>Needs it</dt>
        <dd>
          <span className="dependency-sides__who">{consumerName(dependency)}</span>
          <Item item={consumer} />
        </dd>
      </div>
    </dl>
  );
}

function Item({ item }: { item: DependentItemFragment }) {
  return (
    <span className="dependency-sides__item">
      <ItemLink item={item} />
      {item.position !== null && (
        <span className="dependency-sides__position" title="In the one order of the product">
          place {item.position.toLocaleString('en')}
        </span>
      )}
    </span>
  );
}

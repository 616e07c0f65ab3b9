import { Button } from '@chapterhouse/ui/button';
import type { ReactNode } from 'react';
import { can } from '../../../platform/session/can';
import { useDialogs } from '../dialogs/use-dialogs';
import { placeAnchor } from '../roles/scope-link';
import { Answer } from './answer';
import type { OverviewProduct } from './overview-types';
import { PeopleCell } from './people-cell';
import { ProductMenu } from './product-menu';

export type ProductSectionProps = { product: OverviewProduct; children: ReactNode };

/** A product with its Chief Product Owner, above its areas. */
export function ProductSection({ product, children }: ProductSectionProps) {
  const show = useDialogs();
  const stakeholders = product.assignments.filter(({ role }) => role === 'STAKEHOLDER');
  return (
    <section className="product-section" aria-label={product.name}>
      <div className="product-section__head" id={placeAnchor(product.id)} tabIndex={-1}>
        <h2>{product.name}</h2>
        <dl className="product-section__answers">
          {product.accountabilities.map((answer) => (
            <Answer key={answer.role} answer={answer} place={product} />
          ))}
          <PeopleCell label="Stakeholders" people={stakeholders.map(({ person }) => person)} />
        </dl>
        <div className="overview__menu">
          <ProductMenu product={product} />
        </div>
      </div>
      {product.areas.length === 0 ? (
        <p className="product-section__empty">
          No areas yet. An area groups the teams that serve the same customers.
          {can(product, 'area:create') && (
            <Button size="sm" onClick={() => show({ ask: 'create-area', product })}>
              Add the first area
            </Button>
          )}
        </p>
      ) : (
        children
      )}
    </section>
  );
}

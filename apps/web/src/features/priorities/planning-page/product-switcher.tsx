import { Select } from '@chapterhouse/ui/select';
import type { ProductChoice } from '../use-product';

/** Which product the screen is about; nothing to choose where there is only one. */
export function ProductSwitcher({ choice: { product, products, choose } }: { choice: ProductChoice }) {
  if (product === null || products.length < 2) return null;
  return (
    <Select
      label="Product"
      labelHidden
      options={products.map(({ id, name }) => ({ value: id, label: name }))}
      value={product.id}
      onChange={(event) => choose(event.target.value)}
    />
  );
}

import { PRODUCT_PARAMETER, type ProductChoice } from '../use-product';

/** Keeps the product on the way to another planning screen; nothing where there is only one. */
export function productSearch({ product, products }: Pick<ProductChoice, 'product' | 'products'>): string {
  return product === null || products.length < 2 ? '' : `?${new URLSearchParams({ [PRODUCT_PARAMETER]: product.id })}`;
}

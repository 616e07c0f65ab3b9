/** Titles as a select wants them, in the order of `values`. */
export function optionsOf<K extends string>(values: readonly K[], titles: Record<K, string>) {
  return values.map((value) => ({ value, label: titles[value] }));
}

const rules = new Intl.PluralRules('en');

/** `plural(1, 'team')` -> "1 team", `plural(3, 'team')` -> "3 teams". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${rules.select(count) === 'one' ? one : many}`;
}

import { AxeBuilder } from '@axe-core/playwright';

const SERIOUS = new Set(['serious', 'critical']);

/** Fails when axe finds anything serious on the page (WCAG 2.2 A and AA, and its best practices). */
export async function checkAccessibility(page, where = page.url()) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations
    .filter(({ impact }) => SERIOUS.has(impact))
    .map(({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.map(({ target }) => target.join(' ')).join('\n    ')}`);
  if (found.length > 0) throw new Error(`axe on ${where}:\n  ${found.join('\n  ')}`);
}

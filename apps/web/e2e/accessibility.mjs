import { AxeBuilder } from '@axe-core/playwright';

const SERIOUS = new Set(['serious', 'critical']);

/** What another colour scheme can change of a page that is the same otherwise. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * Fails when axe finds anything serious on the page (WCAG 2.2 A and AA, and its best practices).
 * @param {{ colours?: boolean }} [only] `colours`: the same page was looked at whole in the other colour scheme
 */
export async function checkAccessibility(page, where = page.url(), { colours = false } = {}) {
  // Only what is wrong is wanted, and there are no frames of others, for which it would open a page of its own each time.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  const { violations } = await (colours ? axe.withRules(OF_COLOURS) : axe).analyze();
  const found = violations
    .filter(({ impact }) => SERIOUS.has(impact))
    .map(({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.map(({ target }) => target.join(' ')).join('\n    ')}`);
  if (found.length > 0) throw new Error(`axe on ${where}:\n  ${found.join('\n  ')}`);
}

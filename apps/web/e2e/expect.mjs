import assert from 'node:assert/strict';

/**
 * How long something may take to become true, in milliseconds, unless said otherwise: no measure of speed, which a journey
 * that is about it names itself, but of a machine that does other work as well.
 */
export const PATIENCE = 60_000;

/** What a journey demands. Each fails with what was there instead. */
export const expect = {
  equal: assert.deepEqual,
  ok: assert.ok,
  match: assert.match,

  /** The element can be seen within the time. */
  async visible(locator, milliseconds = PATIENCE) {
    await locator.first().waitFor({ state: 'visible', timeout: milliseconds });
  },

  /** The element is gone within the time. */
  async gone(locator, milliseconds = PATIENCE) {
    await locator.first().waitFor({ state: 'hidden', timeout: milliseconds });
  },

  /** `look()` gives what is demanded within the time; returns how long it took, in milliseconds. */
  async eventually(look, demanded, milliseconds = PATIENCE) {
    const began = performance.now();
    for (;;) {
      const seen = await look();
      try {
        assert.deepEqual(seen, demanded);
        return performance.now() - began;
      } catch (error) {
        if (performance.now() - began > milliseconds) throw error;
        await new Promise((settled) => setTimeout(settled, 25));
      }
    }
  },
};

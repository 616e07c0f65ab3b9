import { everyScreen } from './every-screen.mjs';

export const name = 'Every screen at 360 px, light and dark: nothing serious for axe, nothing sticks out';

/** As many screens as there are, each twice. */
export const limit = 1_800_000;

export const withDemo = true;

export const run = (tools) => everyScreen(tools, 360);

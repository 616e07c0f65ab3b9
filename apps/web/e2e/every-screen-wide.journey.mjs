import { everyScreen } from './every-screen.mjs';

export const name = 'Every screen at 1440 px, light and dark: nothing serious for axe, nothing sticks out';

export const run = (tools) => everyScreen(tools, 1440);

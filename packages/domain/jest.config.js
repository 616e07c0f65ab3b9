import { nodePreset } from '@chapterhouse/config/jest-node.js';
export default nodePreset();

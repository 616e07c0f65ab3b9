// All that others may import.
export { DemoModule } from './demo.module.js';
export { DemoService } from './demo.service.js';

// All that other features and the command line may import.
export type { ImportFile } from './import-file.js';
export type { ImportKind, ImportOrder } from './import-kind.js';
export { ImportRunner, type ApplyOptions } from './import-runner.js';
export { ImportMappingsService } from './mappings/import-mappings.service.js';
export { ImportsModule } from './imports.module.js';

// All that others may import.
export { FilesModule } from './files.module.js';
export { ImageReferences } from './image-references.js';

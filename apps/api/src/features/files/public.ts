// All that others may import.
export { FilesModule } from './files.module.js';
export { ImageReferences } from './image-references.js';
export { type ImportedImage, ImportedImages } from './imported-images.js';

import { Module } from '@nestjs/common';
import { ImageFilesRoutes } from './image-files.routes.js';
import { ImageReferences } from './image-references.js';
import { ImageVerification } from './image-verification.js';
import { ImportedImages } from './imported-images.js';
import { ImagesJobs } from './images.jobs.js';
import { ImagesRepository } from './images.repository.js';
import { ImagesService } from './images.service.js';

/** The pictures in people's texts. */
@Module({
  providers: [
    ImageFilesRoutes,
    ImageReferences,
    ImageVerification,
    ImagesJobs,
    ImagesRepository,
    ImagesService,
    ImportedImages,
  ],
  exports: [ImageReferences, ImportedImages],
})
export class FilesModule {}

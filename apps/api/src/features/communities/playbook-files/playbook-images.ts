import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ImageReferences } from '../../files/public.js';

/** Pictures that came with a folder stay as long as their playbook does, shown or not: they go out with it again. */
@Injectable()
export class PlaybookImages implements OnModuleInit {
  constructor(@Inject(ImageReferences) private readonly references: ImageReferences) {}

  onModuleInit(): void {
    this.references.register(
      `select '/files/images/Image_' || image_id as text from playbook_files
        where organization_id = $1 and image_id is not null`,
    );
  }
}

import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ImageReferences } from '../files/public.js';

/** Images are kept as long as a description or a comment shows them. */
@Injectable()
export class ImpedimentImages implements OnModuleInit {
  constructor(@Inject(ImageReferences) private readonly references: ImageReferences) {}

  onModuleInit(): void {
    this.references.register('select description as text from impediments where organization_id = $1');
    this.references.register('select body as text from impediment_comments where organization_id = $1');
  }
}

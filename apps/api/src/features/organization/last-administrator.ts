import { refuseOrganization } from '@chapterhouse/domain/organization/organization-refusals';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { RolesRepository } from './roles.repository.js';
import { StructureRepository } from './structure.repository.js';

/** An organization never loses its last administrator, however many leave at once. */
@Injectable()
export class LastAdministrator {
  constructor(
    @Inject(StructureRepository) private readonly structure: StructureRepository,
    @Inject(RolesRepository) private readonly roles: RolesRepository,
  ) {}

  /** Before any other lock of the transaction: those who take an administrator away wait for one another. */
  async queue(tx: Tx): Promise<void> {
    await this.structure.organization(tx, 'for no key update');
  }

  /**
   * After the change.
   * @param day the first without the one who goes
   * @param hadAccount the one who goes could sign in, so one of those who stay must be able to
   * @throws LAST_ADMINISTRATOR, which undoes the change
   */
  async demandAnother(tx: Tx, day: string, hadAccount: boolean): Promise<void> {
    if (!(await this.roles.administrated(tx, day, hadAccount))) throw refuseOrganization('LAST_ADMINISTRATOR', {});
  }
}

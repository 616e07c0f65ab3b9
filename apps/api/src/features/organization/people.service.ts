import { Inject, Injectable } from '@nestjs/common';
import { Doorways } from '../../platform/auth/doorways.js';
import { SessionStore } from '../../platform/auth/session-store.js';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { EventLog } from '../../platform/events/event-log.js';
import { idempotently } from '../../platform/graphql/idempotency.js';
import { LastAdministrator } from './last-administrator.js';
import { changesOf, checkInput, demand, demandVersion, found } from './organization-checks.js';
import { OrganizationStructure } from './organization-structure.js';
import type { AddPersonArgs, DeactivatePersonArgs, EditPersonArgs } from './people.args.js';
import { PeopleRepository } from './people.repository.js';
import { personObject, type Person, type PersonRow } from './person.graphql.js';
import { RolesRepository } from './roles.repository.js';

/** People of the organization, with or without an account. Ids are the database's. */
@Injectable()
export class PeopleService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PeopleRepository) private readonly repository: PeopleRepository,
    @Inject(RolesRepository) private readonly roles: RolesRepository,
    @Inject(OrganizationStructure) private readonly structure: OrganizationStructure,
    @Inject(LastAdministrator) private readonly lastAdministrator: LastAdministrator,
    @Inject(SessionStore) private readonly sessions: SessionStore,
    @Inject(Doorways) private readonly doorways: Doorways,
    @Inject(EventLog) private readonly events: EventLog,
  ) {}

  /** @throws FORBIDDEN, INVALID_INPUT */
  add(viewer: Viewer, input: AddPersonArgs): Promise<Person> {
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, input.idempotencyKey, 'addPerson', input, async () => {
        demand(viewer, 'person:add');
        const email = input.email?.trim() || null;
        checkInput({ name: input.name, email });
        const [id = ''] = await this.structure.addPeople(tx, [{ name: input.name.trim(), email }]);
        return personObject(found(await this.repository.byId(tx, id, viewer.today)));
      }),
    );
  }

  /** @throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT */
  edit(viewer: Viewer, input: EditPersonArgs): Promise<Person> {
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, input.idempotencyKey, 'editPerson', input, async () => {
        const before = found(await this.repository.byId(tx, input.id, viewer.today));
        demand(viewer, 'person:edit', { personId: before.id });
        const after = {
          ...before,
          name: input.name?.trim() ?? before.name,
          email: input.email === undefined ? before.email : input.email?.trim() || null,
        };
        checkInput({ name: after.name, email: after.email });
        demandVersion(input.version, before, () => personObject(before));
        const { name, email } = after;
        if (name === before.name && email === before.email) return personObject(before);
        await this.repository.update(tx, after);
        const changes = changesOf({ name: [before.name, name] });
        // The log is read by more people than may see an e-mail.
        if (email !== before.email) changes.push({ field: 'email', from: null, to: null });
        return personObject(await this.recorded(tx, 'person.edited', after, { changes }));
      }),
    );
  }

  /**
   * The person leaves: sessions, account and open invitation die, and today's and later roles end.
   * @throws NOT_FOUND, FORBIDDEN, CONFLICT, LAST_ADMINISTRATOR
   */
  deactivate(viewer: Viewer, input: DeactivatePersonArgs): Promise<Person> {
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, input.idempotencyKey, 'deactivatePerson', input, async () => {
        await this.lastAdministrator.queue(tx);
        const before = found(await this.repository.byId(tx, input.id, viewer.today));
        demand(viewer, 'person:deactivate', { personId: before.id });
        demandVersion(input.version, before, () => personObject(before));
        if (before.deactivated_at !== null) return personObject(before);
        await this.repository.deactivate(tx, before);
        await this.sessions.revoke(tx, before.id);
        const email = await this.repository.closeDoors(tx, before.id);
        if (email !== undefined) await this.doorways.close(tx, 'email', email);
        const held = await this.roles.byIds(tx, await this.roles.heldFrom(tx, before.id, viewer.today));
        await this.structure.endRoles(
          tx,
          held.map((role) => role.id),
          viewer.today,
        );
        if (held.some((role) => role.role === 'ADMINISTRATOR')) {
          await this.lastAdministrator.demandAnother(tx, viewer.today, before.has_account);
        }
        const after = found(await this.repository.byId(tx, before.id, viewer.today));
        const changes = [{ field: 'active', from: 'yes', to: 'no' }];
        await this.recorded(tx, 'person.deactivated', before, { changes });
        return personObject(after);
      }),
    );
  }

  private async recorded(
    tx: Tx,
    name: 'person.edited' | 'person.deactivated',
    before: PersonRow,
    payload: object,
  ): Promise<PersonRow> {
    const after = { ...before, version: before.version + 1 };
    await this.events.append(tx, {
      name,
      subjectType: 'Person',
      subjectId: after.id,
      subjectVersion: after.version,
      payload,
    });
    return after;
  }
}

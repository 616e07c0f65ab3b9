import type { OrganizationEvent } from '@chapterhouse/domain/organization/organization-events';
import { refuseOrganization } from '@chapterhouse/domain/organization/organization-refusals';
import { passwordProblems } from '@chapterhouse/domain/organization/password-rules';
import { refusePlatform, type FieldProblem } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { Doorways } from '../../platform/auth/doorways.js';
import { hashPassword } from '../../platform/auth/passwords.js';
import { SessionStore } from '../../platform/auth/session-store.js';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/tx.js';
import { EventLog, type NewEvent } from '../../platform/events/event-log.js';
import { AccountRepository } from './account.repository.js';
import { UNKNOWN_TIME_ZONE } from './organization-settings.service.js';
import { StructureRepository } from './structure.repository.js';
import { NewOrganization } from './new-organization.js';

export interface SetUp {
  name: string;
  slug: string;
  timeZone: string;
  administratorName: string;
  administratorEmail: string;
  password: string;
}

const FIRST_RUN_LOCK = 4_283_312;

/** The first organization and its first administrator. */
@Injectable()
export class FirstRunService {
  constructor(
    @Inject(Doorways) private readonly doorways: Doorways,
    @Inject(NewOrganization) private readonly organizations: NewOrganization,
    @Inject(AccountRepository) private readonly accounts: AccountRepository,
    @Inject(SessionStore) private readonly sessions: SessionStore,
    @Inject(StructureRepository) private readonly structure: StructureRepository,
    @Inject(EventLog) private readonly events: EventLog,
  ) {}

  /** Which organizations there are: none but a demo means first run. */
  async state(): Promise<{ firstRun: boolean; demoId: string | undefined }> {
    const { real, demo } = await this.doorways.census();
    return { firstRun: real.length === 0, demoId: demo };
  }

  /**
   * Creates the organization with its administrator and signs them in; returns the session's secret.
   * @throws INVALID_INPUT, WEAK_PASSWORD, NAME_TAKEN
   * @throws NOT_FIRST_RUN when there is one already; of 50 at once, one succeeds
   */
  async setUp(input: SetUp): Promise<string> {
    if (!(await this.state()).firstRun) throw refuseOrganization('NOT_FIRST_RUN', {});
    return this.create(input, async (tx) => {
      // The others wait here, and then see the organization that came first.
      await tx.query('select pg_advisory_xact_lock($1)', [FIRST_RUN_LOCK]);
      const { real } = await this.doorways.census(tx);
      if (real.some((id) => id !== tx.organizationId)) throw refuseOrganization('NOT_FIRST_RUN', {});
    });
  }

  /** The same for operators, who may add organizations to an installation that has some. */
  async create(input: SetUp, check: (tx: Tx) => Promise<void> = async () => undefined): Promise<string> {
    refuseBadInput(input);
    const passwordHash = await hashPassword(input.password);
    return this.organizations.create(
      { name: input.name.trim(), slug: input.slug, timeZone: input.timeZone },
      async (tx) => {
        await check(tx);
        if (!(await this.structure.knowsTimeZone(tx, input.timeZone))) {
          throw refusePlatform('INVALID_INPUT', { fields: [UNKNOWN_TIME_ZONE] });
        }
        const personId = await this.administrator(tx, input);
        await this.accounts.create(tx, { personId, email: input.administratorEmail, passwordHash });
        await this.doorways.open(tx, 'email', input.administratorEmail);
        return this.sessions.start(tx, personId);
      },
    );
  }

  /** The person with their role; each with its event, whose actor they are themselves. */
  private async administrator(tx: Tx, input: SetUp): Promise<string> {
    const [personId, roleId, name] = [newId(), newId(), input.administratorName.trim()];
    await tx.run('insert into people (organization_id, id, name, email) values ($1, $2, $3, $4)', [
      tx.organizationId,
      personId,
      name,
      input.administratorEmail.trim(),
    ]);
    await tx.run(
      `insert into role_assignments (organization_id, id, person_id, role, kind, starts_on)
       values ($1, $2, $3, 'ADMINISTRATOR', 'PRIMARY', (now() at time zone $4)::date)`,
      [tx.organizationId, roleId, personId, input.timeZone],
    );
    const told = (event: OrganizationEvent, subjectType: string, subjectId: string, field: string): NewEvent => ({
      name: event,
      subjectType,
      subjectId,
      subjectVersion: 1,
      actorId: personId,
      payload: { changes: [{ field, from: null, to: name }] },
    });
    await this.events.append(
      tx,
      told('person.added', 'Person', personId, 'name'),
      told('role.assigned', 'RoleAssignment', roleId, `Administrator of ${input.name.trim()}`),
    );
    return personId;
  }
}

function refuseBadInput(input: SetUp): void {
  const fields: FieldProblem[] = [];
  const need = (field: keyof SetUp, fits: boolean, problem: string): void => {
    if (!fits) fields.push({ field, problem });
  };
  need('name', /^.{1,200}$/u.test(input.name.trim()), 'Give the organization a name of 1 to 200 characters.');
  need(
    'slug',
    /^[a-z0-9][a-z0-9-]{0,62}$/u.test(input.slug),
    'Use lower-case letters, digits and hyphens, such as acme-ship.',
  );
  need('timeZone', isTimeZone(input.timeZone), 'Choose a time zone such as Europe/Lisbon.');
  need('administratorName', /^.{1,200}$/u.test(input.administratorName.trim()), 'Give your name, 1 to 200 characters.');
  need(
    'administratorEmail',
    /^[^@\s]+@[^@\s]+$/u.test(input.administratorEmail.trim()),
    'Give an e-mail address such as ana@example.org.',
  );
  if (fields.length > 0) throw refusePlatform('INVALID_INPUT', { fields });
  const problems = passwordProblems(input.password, { email: input.administratorEmail, name: input.administratorName });
  if (problems.length > 0) throw refuseOrganization('WEAK_PASSWORD', { problems });
}

/** Whether the runtime knows the zone by an IANA name; abbreviations mean other things elsewhere. */
function isTimeZone(name: string): boolean {
  if (name !== 'UTC' && !name.includes('/')) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}

import type { ActorAssignment } from '@chapterhouse/domain/actor';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Coalesced } from '../coalesced.js';
import { Database } from '../database/database.js';
import { newId } from '../database/new-id.js';
import type { Tx } from '../database/tx.js';
import { Secrets } from './secrets.js';
import type { SecretToken } from './session-token.js';
import type { Viewer } from './viewer.js';

/** A session ends after so many days, and after so many days without use. */
const LIFETIME_DAYS = 30;
const IDLE_DAYS = 7;

interface SessionRow {
  session_id: string;
  token_hash: Buffer;
  person_id: string;
  time_zone: string;
  today: string;
  stale: boolean;
  assignments: ActorAssignment[];
}

/** Sessions of an organization that somebody waits for. */
interface SessionLookUp {
  /** By the text of the hash. */
  wanted: Map<string, Buffer>;
  rows: Coalesced<Map<string, SessionRow>>;
}

/** Server-side sessions: opaque secret in the cookie, its hash in the database, dead at once when revoked. */
@Injectable()
export class SessionStore {
  private readonly lookUps = new Map<string, SessionLookUp>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Secrets) private readonly secrets: Secrets,
  ) {}

  /** Starts a session of the person; the returned secret goes into the cookie and nowhere else. */
  async start(tx: Tx, personId: string): Promise<string> {
    const secret = this.secrets.create(tx.organizationId);
    await tx.run(
      `insert into sessions (organization_id, id, token_hash, person_id, expires_at)
       values ($1, $2, $3, $4, now() + make_interval(days => $5))`,
      [tx.organizationId, newId(), secret.hash, personId, LIFETIME_DAYS],
    );
    return secret.text;
  }

  /** Who is behind the cookie now, with the roles of today; undefined when nobody is. */
  async viewer(cookie: string | undefined, requestId: string): Promise<Viewer | undefined> {
    const secret = this.secrets.read(cookie);
    if (!secret) return undefined;
    const row = await this.lookUp(secret);
    return row && this.viewerOf(row, secret.organizationId, requestId);
  }

  /** Ends sessions of a person: one, all, or all but one. */
  async revoke(tx: Tx, personId: string, which: { only?: string; except?: string } = {}): Promise<void> {
    await tx.run(
      `update sessions set revoked_at = now()
        where organization_id = $1 and person_id = $2 and revoked_at is null
          and ($3::uuid is null or id = $3) and ($4::uuid is null or id <> $4)`,
      [tx.organizationId, personId, which.only ?? null, which.except ?? null],
    );
  }

  /** Of these sessions, who is behind those that are still alive, with the roles of today: open sockets ask every few seconds. */
  async viewers(organizationId: string, sessionIds: string[]): Promise<Map<string, Viewer>> {
    const rows = await this.database.transaction({ organizationId }, (tx) =>
      tx.query<SessionRow>(FIND_MANY, [organizationId, sessionIds, IDLE_DAYS]),
    );
    return new Map(rows.map((row) => [row.session_id, this.viewerOf(row, organizationId, '')]));
  }

  /** As of now; requests that come while the database is asked are looked up together, after that. */
  private async lookUp({ organizationId, hash }: SecretToken): Promise<SessionRow | undefined> {
    let asked = this.lookUps.get(organizationId);
    if (!asked) {
      const wanted = new Map<string, Buffer>();
      const rows = new Coalesced(() => {
        const hashes = [...wanted.values()];
        wanted.clear();
        return this.find(organizationId, hashes);
      });
      this.lookUps.set(organizationId, (asked = { wanted, rows }));
    }
    const { wanted, rows } = asked;
    const key = hash.toString('hex');
    wanted.set(key, hash);
    try {
      return (await rows.ask()).get(key);
    } finally {
      // Cookies name their organization, and anybody may send one.
      if (wanted.size === 0) this.lookUps.delete(organizationId);
    }
  }

  private find(organizationId: string, hashes: Buffer[]): Promise<Map<string, SessionRow>> {
    return this.database.transaction({ organizationId }, async (tx) => {
      const rows = await tx.query<SessionRow & Record<string, unknown>>(FIND, [organizationId, hashes, IDLE_DAYS]);
      const stale = rows.flatMap((row) => (row.stale ? [row.session_id] : []));
      if (stale.length > 0) await tx.run(SEEN, [organizationId, stale]);
      return new Map(rows.map((row) => [row.token_hash.toString('hex'), row]));
    });
  }

  private viewerOf(row: SessionRow, organizationId: string, requestId: string): Viewer {
    return {
      actor: { personId: row.person_id, organizationId, assignments: row.assignments, today: row.today },
      personId: row.person_id,
      organizationId,
      sessionId: row.session_id,
      requestId,
      now: this.clock.now(),
      today: row.today,
      timeZone: row.time_zone,
    };
  }
}

/** What another process is just marking is marked. */
const SEEN = `
  update sessions set last_seen_at = now() where organization_id = $1 and id in (
    select id from sessions where organization_id = $1 and id = any($2::uuid[]) for no key update skip locked)`;

const LIVING = `
  select s.id as session_id, s.token_hash, s.person_id, o.time_zone, (now() at time zone o.time_zone)::date as today,
         s.last_seen_at < now() - interval '5 minutes' as stale,
         coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'kind', r.kind, 'productId', r.product_id,
             'areaId', r.area_id, 'teamId', r.team_id, 'startsOn', r.starts_on, 'endsBefore', r.ends_before))
           from role_assignments r where r.organization_id = s.organization_id and r.person_id = s.person_id
            and r.during @> (now() at time zone o.time_zone)::date), '[]'::jsonb) as assignments
    from sessions s
    join people p on p.organization_id = s.organization_id and p.id = s.person_id and p.deactivated_at is null
    join organizations o on o.organization_id = s.organization_id
   where s.organization_id = $1 and s.revoked_at is null and s.expires_at > now()
     and s.last_seen_at > now() - make_interval(days => $3)`;
const FIND = `${LIVING} and s.token_hash = any($2::bytea[])`;
const FIND_MANY = `${LIVING} and s.id = any($2::uuid[])`;

import { type HeldRole, invitedOn } from '@chapterhouse/domain/cadences/audience';
import { dayOf } from '@chapterhouse/domain/cadences/wall-clock';
import { type AbsenceFact, absentUntil } from '@chapterhouse/domain/organization/accountability';
import type { Role } from '@chapterhouse/domain/organization/role';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { CadenceRow } from './cadence-row.js';
import { keyOfRef } from './occurrence-id.js';
import type { DateOfSeries } from './occurrences.read.js';

/** The roles and absences of a time that invitations are found from. */
interface Standing {
  held: HeldRole[];
  absences: AbsenceFact[];
}

/** What of a date says who is invited. */
type AudienceDate = Pick<DateOfSeries, 'cadence' | 'localStart'>;

/** Who is invited to dates of series: two statements for any number of them. Ids are the database's. */
@Injectable()
export class AudienceRead {
  /** By `keyOfRef`, as of the day of each. */
  async invited(tx: Tx, dates: readonly DateOfSeries[]): Promise<Map<string, string[]>> {
    const standing = await this.standing(tx, dates);
    return new Map(dates.map((date) => [keyOfRef(date), invitedTo(date, standing)]));
  }

  /** Of these the ones to which the person is invited, or which they always facilitate. */
  async withPerson<D extends AudienceDate>(tx: Tx, dates: readonly D[], personId: string): Promise<D[]> {
    const standing = await this.standing(tx, dates);
    return dates.filter(
      (date) => date.cadence.facilitator_id === personId || invitedTo(date, standing).includes(personId),
    );
  }

  /** By `keyOfRef`, who of the people is away on the day of each. */
  async away(tx: Tx, dates: readonly DateOfSeries[], personIds: readonly string[]): Promise<Map<string, Set<string>>> {
    const absences = await this.absences(tx, dates, personIds);
    return new Map(
      dates.map((date) => [
        keyOfRef(date),
        new Set(personIds.filter((id) => absentUntil(absences, id, dayOf(date.localStart)) !== null)),
      ]),
    );
  }

  private async standing(tx: Tx, dates: readonly AudienceDate[]): Promise<Standing> {
    const roles = [...new Set(dates.flatMap(({ cadence }) => cadence.roles))];
    if (roles.length === 0) return { held: [], absences: [] };
    const [from, to] = daysOf(dates);
    const held = await tx.query<HeldRole & Record<string, unknown>>(HELD, [tx.organizationId, roles, from, to]);
    const absences = await this.absences(tx, dates, [...new Set(held.map(({ personId }) => personId))]);
    return { held, absences };
  }

  private async absences(tx: Tx, dates: readonly AudienceDate[], ids: readonly string[]): Promise<AbsenceFact[]> {
    if (ids.length === 0 || dates.length === 0) return [];
    const [from, to] = daysOf(dates);
    return tx.query<AbsenceFact & Record<string, unknown>>(ABSENCES, [tx.organizationId, ids, from, to]);
  }
}

function invitedTo({ cadence, localStart }: AudienceDate, { held, absences }: Standing): string[] {
  return invitedOn(audienceOf(cadence), held, absences, dayOf(localStart));
}

function audienceOf(row: CadenceRow): Parameters<typeof invitedOn>[0] {
  const { product_id: productId, area_id: areaId, team_id: teamId } = row;
  const personIds = [...new Set([...row.person_ids, ...row.member_ids])];
  return { scope: { productId, areaId, teamId }, roles: row.roles satisfies Role[], personIds };
}

function daysOf(dates: readonly AudienceDate[]): [string, string] {
  const days = dates.map(({ localStart }) => dayOf(localStart)).sort();
  return [days[0] ?? '', days.at(-1) ?? ''];
}

const HELD = `
  select r.person_id as "personId", r.role, r.kind, r.starts_on as "startsOn", r.ends_before as "endsBefore",
         r.team_id as "teamId", coalesce(r.area_id, t.area_id) as "areaId", coalesce(r.product_id, a.product_id) as "productId"
    from role_assignments r
    join people p on p.organization_id = r.organization_id and p.id = r.person_id and p.deactivated_at is null
    left join teams t on t.organization_id = r.organization_id and t.id = r.team_id
    left join areas a on a.organization_id = r.organization_id and a.id = coalesce(r.area_id, t.area_id)
   where r.organization_id = $1 and r.role = any($2::text[]) and r.during && daterange($3::date, $4::date, '[]')
   order by lower(p.name), r.person_id, r.id`;

const ABSENCES = `
  select person_id as "personId", starts_on as "startsOn", ends_before as "endsBefore" from absences
   where organization_id = $1 and person_id = any($2::uuid[]) and starts_on <= $4::date and ends_before > $3::date`;

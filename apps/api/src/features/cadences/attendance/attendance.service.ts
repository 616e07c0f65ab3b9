import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { globalId } from '../../../platform/graphql/global-id.js';
import { AudienceRead } from '../audience.read.js';
import { grouped } from '../grouped.js';
import { keyOfRef, type OccurrenceRef } from '../occurrence-id.js';
import { OccurrencesRead } from '../occurrences.read.js';
import { FacilitatorsRead } from '../rotas/facilitators.read.js';
import { turnOf } from '../rotas/rotas.service.js';
import type { RotaTurn } from '../rotas/rotas.graphql.js';
import type { Invited, Outcome } from './attendance.graphql.js';
import { AttendanceRepository, byPerson, type OutcomeRow } from './attendance.repository.js';

/** Who is invited to dates, who came, what came of them and whose turns they are: of many at once, by `keyOfRef`. */
@Injectable()
export class AttendanceService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(OccurrencesRead) private readonly occurrences: OccurrencesRead,
    @Inject(AudienceRead) private readonly audience: AudienceRead,
    @Inject(FacilitatorsRead) private readonly facilitators: FacilitatorsRead,
    @Inject(AttendanceRepository) private readonly attendance: AttendanceRepository,
  ) {}

  /** As of that day; who came though nobody had invited them is among them. */
  invited(viewer: Viewer, refs: readonly OccurrenceRef[]): Promise<Map<string, Invited[]>> {
    return this.read(viewer, async (tx) => {
      const dates = [...(await this.occurrences.byRefs(tx, refs)).values()];
      const invited = await this.audience.invited(tx, dates);
      const rows = await this.attendance.people(tx, refs);
      const known = byPerson(rows);
      const guests = grouped(rows, keyOfRef);
      const peopleOf = (key: string): string[] => [
        ...new Set([...(invited.get(key) ?? []), ...(guests.get(key) ?? []).map(({ personId }) => personId)]),
      ];
      const all = [...new Set(dates.flatMap((date) => peopleOf(keyOfRef(date))))];
      const away = await this.audience.away(tx, dates, all);
      return new Map(
        dates.map((date) => {
          const key = keyOfRef(date);
          const people = peopleOf(key).map((personId) => {
            const row = known.get(`${key} ${personId}`);
            const { answer = null, attended = null } = row ?? {};
            return { personId, away: away.get(key)?.has(personId) ?? false, answer, attended };
          });
          return [key, people];
        }),
      );
    });
  }

  outcomes(viewer: Viewer, refs: readonly OccurrenceRef[]): Promise<Map<string, Outcome[]>> {
    return this.read(viewer, async (tx) => {
      const rows = grouped(await this.attendance.outcomes(tx, refs), keyOfRef);
      return new Map(refs.map((ref) => [keyOfRef(ref), (rows.get(keyOfRef(ref)) ?? []).map(outcomeOf)]));
    });
  }

  turns(viewer: Viewer, refs: readonly OccurrenceRef[]): Promise<Map<string, RotaTurn>> {
    return this.read(viewer, async (tx) => {
      const dates = [...(await this.occurrences.byRefs(tx, refs)).values()];
      const turns = await this.facilitators.turns(tx, dates);
      return new Map([...turns].map(([key, { rotaId, turn }]) => [key, turnOf(rotaId, turn, viewer.today, false)]));
    });
  }

  /** Undefined for one of nobody here. */
  outcome(viewer: Viewer, id: string): Promise<OutcomeRow | undefined> {
    return this.read(viewer, (tx) => this.attendance.outcome(tx, id));
  }

  private read<T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction(scopeOf(viewer), work);
  }
}

function outcomeOf(row: OutcomeRow): Outcome {
  const { kind, text, decisionId, impedimentId, actionId } = row;
  return {
    kind,
    text,
    decisionId,
    impedimentId,
    actionId,
    id: globalId('Outcome', row.id),
    byId: row.addedBy,
    at: row.addedAt,
  };
}

import type { Place } from '@chapterhouse/domain/actor';
import type { RotaChange, RotaMember, RotaPurpose, TurnPerson } from '@chapterhouse/domain/cadences/rota';
import type { LocalDateTime } from '@chapterhouse/domain/cadences/wall-clock';

/** A rota in one row. Ids are the database's, moments ISO text, days YYYY-MM-DD. */
export interface RotaRow {
  id: string;
  version: number;
  purpose: RotaPurpose;
  name: string;
  team_id: string | null;
  /** What the team lies in. */
  area_id: string | null;
  product_id: string | null;
  /** Of facilitation: the first series of the line whose dates are the turns. */
  root_id: string | null;
  rule: string | null;
  starts_on: string;
  size: number;
  ended_at: string | null;
  updated_at: string;
}

export interface RotaMemberRow extends RotaMember {
  rotaId: string;
}

export type RotaChangeRow = RotaChange & { id: string; rotaId: string };

/** A turn whose day is over, as it is kept. */
export interface KeptTurnRow {
  rotaId: string;
  on: string;
  day: string;
  cadenceId: string | null;
  originalStart: LocalDateTime | null;
  /** ISO text. */
  startsAt: string;
  people: TurnPerson[];
  present: string[];
  skipped: string[];
}

export const ROTA_COLUMNS = `
  r.id, r.version, r.purpose, r.name, r.team_id, t.area_id, a.product_id, r.root_id, r.rule, r.starts_on, r.size, r.ended_at,
  r.updated_at`;

export const FROM_ROTAS = `
  rotas r
  left join teams t on t.organization_id = r.organization_id and t.id = r.team_id
  left join areas a on a.organization_id = r.organization_id and a.id = t.area_id`;

export function rotaPlaceOf({ team_id: teamId, area_id: areaId, product_id: productId }: RotaRow): Place {
  return { teamId, areaId, productId };
}

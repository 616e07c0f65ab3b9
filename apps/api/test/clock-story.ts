import { WakeClocks, type Woke } from '../src/features/impediments/clocks/wake-clocks.js';
import { ImpedimentStory, type TestImpediment } from './impediment-story.js';
import type { TestApp } from './test-app.js';

export interface ClockEvent {
  name: string;
  note: string | null;
  actor: string | null;
  version: number;
}

/** The impediments' story where what is raised goes up by itself: after 16 working hours, and after 40 more. */
export class ClockStory {
  private constructor(
    private readonly app: TestApp,
    readonly impediments: ImpedimentStory,
  ) {}

  static async tell(app: TestApp, name: string, timeZone = 'UTC'): Promise<ClockStory> {
    return ClockStory.of(app, await ImpedimentStory.tell(app, name), timeZone);
  }

  static async of(app: TestApp, impediments: ImpedimentStory, timeZone = 'UTC'): Promise<ClockStory> {
    const { house } = impediments;
    await house.query(
      'update impediment_levels set escalates_by_itself = level < 3, remind_before_hours = 4 where organization_id = $1',
      [house.id],
    );
    await house.query('update organizations set time_zone = $2 where organization_id = $1', [house.id, timeZone]);
    return new ClockStory(app, impediments);
  }

  /** What a worker does at this moment. */
  wake(at: string): Promise<Woke> {
    return this.app.app.get(WakeClocks).wake(this.impediments.house.id, new Date(at));
  }

  /** Its events after it was raised, the oldest first. */
  events(it: TestImpediment): Promise<ClockEvent[]> {
    return this.query<ClockEvent & Record<string, unknown>>(
      `select name, payload->>'note' as note, actor_person_id as actor, subject_version as version from events
        where organization_id = $1 and subject_id = $2 and name <> 'impediment.raised' order by id`,
      it,
    );
  }

  /** How often each was taken to another level. */
  async escalations(all: readonly TestImpediment[]): Promise<number[]> {
    const events = await Promise.all(all.map((it) => this.events(it)));
    return events.map((told) => told.filter(({ name }) => name === 'impediment.level-set').length);
  }

  /** All that time may change of it. */
  state(it: TestImpediment): Promise<Record<string, unknown>[]> {
    return this.query(
      `select i.level, i.level_since, i.clock_ends_at, i.version, i.updated_at, jsonb_agg(to_jsonb(c) order by c.number) as clocks
         from impediments i join impediment_clocks c on c.organization_id = i.organization_id and c.impediment_id = i.id
        where i.organization_id = $1 and i.id = $2 group by i.organization_id, i.id`,
      it,
    );
  }

  /** @param sql of the organization `$1` and the impediment `$2` */
  query<Row extends Record<string, unknown>>(sql: string, it: TestImpediment): Promise<Row[]> {
    return this.impediments.house.query<Row>(sql, [this.impediments.house.id, it.id.replace('Impediment_', '')]);
  }
}

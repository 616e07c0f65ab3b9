import type { DependencyState } from '@chapterhouse/domain/priorities/dependency-state';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { DependencyHistory, type HistoricDependency, ScenarioHistory } from '../priorities/public.js';
import { shiftToWeekday, shiftToWeekdayBefore } from './day-shift.js';
import type { BacklogCast } from './demo-backlog.service.js';
import type { DemoItem } from './demo-backlog.js';
import type { DemoStory } from './demo-facts.js';
import { DEMO_DEPENDENCIES, DEMO_SCENARIO, type DemoDependencyWords } from './demo-negotiation-words.js';

/** Steps of the side that provides; the others are the side's that asks. */
const OF_PROVIDER: readonly DependencyState[] = ['COMMITTED', 'COUNTERED', 'DECLINED', 'DELIVERED'];

/** Where somebody answers: a team, else an area; positions in the story. */
interface Place {
  team: number | null;
  area: number;
}

/** Writes what the features of the demo need of one another, and the scenario that somebody shared. After the backlog. */
@Injectable()
export class DemoNegotiationsService {
  constructor(
    @Inject(DependencyHistory) private readonly dependencies: DependencyHistory,
    @Inject(ScenarioHistory) private readonly scenarios: ScenarioHistory,
  ) {}

  /** @param itemIds the database's, by the story's positions */
  async write(tx: Tx, story: DemoStory, itemIds: readonly string[], cast: BacklogCast, now: Date): Promise<void> {
    const stage = new Stage(story, itemIds, cast, now);
    await this.dependencies.record(
      tx,
      DEMO_DEPENDENCIES.map((told) => stage.dependency(told)),
      now,
    );
    const { name, note, area, day, moves, comments } = DEMO_SCENARIO;
    await this.scenarios.record(tx, {
      productId: cast.productId,
      name,
      note,
      ownerId: stage.person({ team: null, area }),
      at: stage.moment(day),
      moves: moves.map(({ features, position }) => ({
        ids: features.map((title) => stage.feature(title).id),
        position,
      })),
      comments: comments.map((said) => ({
        byId: stage.person({ team: null, area: said.area }),
        at: stage.moment(said.day),
        text: said.text,
      })),
    });
  }
}

/** Names of the story as ids, and its days as dates. */
class Stage {
  private readonly today: string;

  constructor(
    private readonly story: DemoStory,
    private readonly itemIds: readonly string[],
    private readonly cast: BacklogCast,
    now: Date,
  ) {
    this.today = now.toISOString().slice(0, 10);
  }

  dependency(told: DemoDependencyWords): HistoricDependency {
    const consumer = this.feature(told.consumer);
    const provider = 'item' in told.provider ? this.feature(told.provider.item) : null;
    const asked = 'team' in told.provider ? this.teamNamed(told.provider.team) : null;
    const consumerId = this.person(consumer.item);
    const providerId = this.person(provider?.item ?? { team: asked, area: this.story.teams[asked ?? 0]?.area ?? 0 });
    return {
      consumerId: consumer.id,
      providerId: provider?.id ?? null,
      providerTeamId: asked === null ? null : one(this.cast.teams, asked),
      steps: [
        {
          state: 'REQUESTED',
          byId: consumerId,
          at: this.moment(told.askedDay),
          date: shiftToWeekday(this.today, told.neededBy),
          words: told.words,
        },
        ...told.steps.map(({ state, day, date, words }) => ({
          state,
          byId: OF_PROVIDER.includes(state) ? providerId : consumerId,
          at: this.moment(day),
          date: date === undefined ? null : shiftToWeekday(this.today, date),
          words: words ?? '',
        })),
      ],
    };
  }

  feature(title: string): { id: string; item: DemoItem } {
    const { items } = this.story.backlog;
    const index = items.findIndex((item) => item.title === title && item.tier === 'FEATURE');
    const item = items[index];
    if (!item) throw new RangeError(`The story has no feature "${title}".`);
    return { id: one(this.itemIds, index), item };
  }

  /** The Product Owner of the team is the first of its people; without a team it is the area's. */
  person({ team, area }: Place): string {
    const owner = team === null ? undefined : this.story.teams[team]?.members[0];
    const held = this.story.roles.find(
      ({ role, kind, at }) => role === 'AREA_PRODUCT_OWNER' && kind === 'PRIMARY' && at === area,
    );
    return one(this.cast.people, owner ?? held?.person ?? 0);
  }

  /** In the morning of a day on which people work. */
  moment(day: number): string {
    return `${shiftToWeekdayBefore(this.today, day)}T10:30:00.000Z`;
  }

  private teamNamed(name: string): number {
    const index = this.story.teams.findIndex((team) => team.name === name);
    if (index < 0) throw new RangeError(`The story has no team "${name}".`);
    return index;
  }
}

function one(ids: readonly string[], index: number): string {
  const id = ids[index];
  if (id === undefined) throw new RangeError(`The story names number ${index} of ${ids.length}.`);
  return id;
}

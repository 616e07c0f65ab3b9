import type { ImpedimentState } from '@chapterhouse/domain/impediments/impediment-state';
import type { TestApp, GraphqlReply } from './test-app.js';
import type { TestOrganization, TestPerson, TestTeam } from './world.js';

/** What the tests look at in an impediment. */
export interface TestImpediment {
  id: string;
  key: string;
  version: number;
  state: ImpedimentState;
  title: string;
}

const SEEN = 'id key version state title';

/** Two teams of an organization with their people, and impediments between them. */
export class ImpedimentStory {
  private constructor(
    private readonly app: TestApp,
    readonly house: TestOrganization,
    readonly team: TestTeam,
    readonly otherTeam: TestTeam,
    /** Developer of the team; raises. */
    readonly dev: TestPerson,
    /** Scrum Master of the team; triages. */
    readonly master: TestPerson,
    /** Developer of the other team. */
    readonly neighbour: TestPerson,
    readonly stakeholder: TestPerson,
    /** Has an account and no role at all. */
    readonly guest: TestPerson,
  ) {}

  static async tell(app: TestApp, name: string): Promise<ImpedimentStory> {
    const house = await app.world.organization(name);
    const team = await house.team('Payments');
    const otherTeam = await house.team('Ledger');
    return new ImpedimentStory(
      app,
      house,
      team,
      otherTeam,
      await team.developer('Dora'),
      await team.scrumMaster('Mira'),
      await otherTeam.developer('Nils'),
      await house.stakeholder('Stella'),
      await house.person('Gus'),
    );
  }

  /** @param given GraphQL text of the arguments; `selection` of what comes back */
  mutate(
    person: TestPerson,
    field: string,
    given: string,
    selection = SEEN,
  ): Promise<GraphqlReply<Record<string, TestImpediment>>> {
    return this.app.graphql<Record<string, TestImpediment>>(
      person.cookie,
      `mutation { ${field}(${given}) { ${selection} } }`,
    );
  }

  async done(person: TestPerson, field: string, given: string): Promise<TestImpediment> {
    const reply = await this.mutate(person, field, given);
    const result = reply.data?.[field];
    if (!result) throw new Error(`${field}: ${reply.text}`);
    return result;
  }

  raise(title: string, more = '', by: TestPerson = this.dev): Promise<TestImpediment> {
    const input = `title: ${JSON.stringify(title)}, category: TOOLING, raisingTeamId: "Team_${this.team.id}"${more}`;
    return this.done(by, 'raiseImpediment', `input: { ${input} }`);
  }

  /** A fresh impediment that has come to the state by the usual way. */
  async inState(state: ImpedimentState, title = `To be ${state}`): Promise<TestImpediment> {
    let it = await this.raise(title);
    const step = async (field: string, more: string): Promise<void> => {
      it = await this.done(this.master, field, `id: "${it.id}", version: ${it.version}${more}`);
    };
    if (state === 'RAISED') return it;
    if (state === 'DECLINED') return step('declineImpediment', ', reason: "Not ours"').then(() => it);
    await step(
      'triageImpediment',
      `, input: { ownerId: "Person_${this.master.id}", severity: HIGH, level: 2, nextStep: "Call them" }`,
    );
    if (state === 'TRIAGED') return it;
    await step('startImpediment', '');
    if (state === 'IN_PROGRESS') return it;
    await step('resolveImpediment', ', resolution: "They opened the port"');
    if (state === 'RESOLVED') return it;
    await step('closeImpediment', '');
    return it;
  }

  /** Names of the events of an impediment, oldest first. */
  async events(impedimentId: string): Promise<string[]> {
    const rows = await this.house.query<{ name: string }>(
      'select name from events where organization_id = $1 and subject_id = $2 order by id',
      [this.house.id, impedimentId.replace('Impediment_', '')],
    );
    return rows.map((row) => row.name);
  }
}

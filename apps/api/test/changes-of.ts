import type { ImpedimentStory, TestImpediment } from './impediment-story.js';
import type { TestPerson } from './world.js';

export interface Bulk {
  changed: TestImpediment[];
  left: { key: string; code: string; reason: string }[];
  undo: { id: string; label: string } | null;
}

export const versioned = ({ id, version }: TestImpediment): string => `id: "${id}", version: ${version}`;
export const itemsOf = (all: TestImpediment[]): string =>
  `items: [${all.map((one) => `{ ${versioned(one)} }`).join(', ')}]`;

/** A triage by the Scrum Master, as arguments of its mutations. */
export const triageBy = ({ dev }: ImpedimentStory): string =>
  `, input: { ownerId: "Person_${dev.id}", severity: LOW, level: 2, nextStep: "Ask", dueOn: "2031-01-01" }`;

/** Changes to one and to many impediments, and the way back from them. */
export class ChangesOf {
  constructor(private readonly story: ImpedimentStory) {}

  async ask<T>(person: TestPerson, field: string, given: string, selection: string) {
    const reply = await this.story.mutate(person, field, given, selection);
    const data = reply.data as Record<string, T> | null | undefined;
    return { result: data?.[field], code: reply.errors?.[0]?.extensions.code, reply };
  }

  bulk(person: TestPerson, field: string, given: string) {
    const selection = 'changed { id key version state title } left { key code reason } undo { id label }';
    return this.ask<Bulk>(person, field, given, selection);
  }

  undo(person: TestPerson, id: string, more = '') {
    return this.ask<{ undone: TestImpediment[]; left: { key: string; code: string }[] }>(
      person,
      'undoImpedimentChange',
      `id: "${id}"${more}`,
      'undone { id key version state title } left { key code }',
    );
  }

  /** Everything of the row that undoing has to bring back. */
  async rowOf({ id }: TestImpediment): Promise<Record<string, unknown>> {
    const [row] = await this.story.house.query<Record<string, unknown>>(
      `select i.*, array(select team_id from impediment_teams t where t.impediment_id = i.id order by 1) as teams,
              array(select person_id from impediment_watchers w where w.impediment_id = i.id order by 1) as watchers,
              array(select l.name from impediment_labels x join labels l on l.id = x.label_id where x.impediment_id = i.id order by 1) as labels
         from impediments i where i.organization_id = $1 and i.id = $2`,
      [this.story.house.id, id.replace('Impediment_', '')],
    );
    const { version: _, updated_at: __, ...rest } = row ?? {};
    return rest;
  }
}

/** What the tests look at in a rota. */
export interface ToldRota {
  id: string;
  version: number;
  sentence: string;
  size: number;
  members: { person: { name: string } }[];
  turns: {
    on: string;
    past: boolean;
    note: string | null;
    people: { person: { name: string }; reason: string; insteadOf: { name: string } | null }[];
  }[];
  fairness: { person: { name: string }; taken: number; planned: number; fair: number; skipped: number }[];
  viewerCan: string[];
}

export const ROTA = `id version sentence size members { person { name } }
  turns { on past note people { person { name } reason insteadOf { name } } }
  fairness { person { name } taken planned fair skipped } viewerCan`;

/** Whose the first turns are: `Ana`, `Ana+Ben`. */
export const turnNames = ({ turns }: ToldRota, count = 4): string[] =>
  turns.slice(0, count).map(({ people }) => people.map(({ person }) => person.name).join('+'));

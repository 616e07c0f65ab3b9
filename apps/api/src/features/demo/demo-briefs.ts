import { shift } from './day-shift.js';
import { DEMO_ANSWER, DEMO_ASKS, type DemoAsk } from './demo-brief-words.js';
import type { DemoImpediment, DemoRole, DemoStory } from './demo-facts.js';

const HOUR = 3_600_000;
/** The area whose Scrum of Scrums Master a visitor may be. */
const VISITED_AREA = 0;
/** By hours, both within what the inboxes tell: one was answered since, one waits. */
const ANSWERED_SENT = 96;
const ANSWERED = 18;
const WAITING_SENT = 46;

/**
 * The top level was asked twice: once it answered what is in the visited area's way, once it has still a few days for
 * what is in anybody's. Each costs most of what waits for such a source. Writes it into the impediments.
 */
export function tellBriefs(
  { impediments, roles, teams }: Pick<DemoStory, 'impediments' | 'roles' | 'teams'>,
  today: string,
): void {
  const now = Date.parse(`${today}T07:00:00Z`);
  const executives = holdersOf(roles, 'EXECUTIVE_ACTION_TEAM', 'ORGANIZATION', 0);
  const [master] = holdersOf(roles, 'SCRUM_OF_SCRUMS_MASTER', 'AREA', VISITED_AREA);
  const [masterOfAll] = holdersOf(roles, 'SCRUM_OF_SCRUMS_MASTER', 'ORGANIZATION', 0);
  const near = impediments.filter(({ affected }) => affected.some((team) => teams[team]?.area === VISITED_AREA));
  const [, answers] = executives;
  if (answers === undefined || master === undefined || masterOfAll === undefined)
    throw new RangeError('Nobody asks, or nobody is asked.');
  const send = (sentBy: number, told: DemoImpediment | undefined, at: number, answerBy: string): void => {
    const words = told && askOf(told);
    if (!words) return;
    const sentAt = new Date(at).toISOString();
    told.level = 3;
    told.levelSince = sentAt;
    told.brief = { ...words, sentBy, sentAt, answerBy, recipients: executives, answer: null };
  };
  const before = now - ANSWERED_SENT * HOUR;
  const answered = costliest(near, before);
  send(master, answered, before, shift(today, 1));
  if (answered?.brief)
    answered.brief.answer = { ...DEMO_ANSWER, by: answers, at: new Date(now - ANSWERED * HOUR).toISOString() };
  const lately = now - WAITING_SENT * HOUR;
  send(masterOfAll, costliest(impediments, lately, answered?.source), lately, shift(today, 4));
}

/** Of what is triaged and worked on since before then. */
function costliest(
  impediments: readonly DemoImpediment[],
  at: number,
  taken?: number | null,
): DemoImpediment | undefined {
  const cost = ({ raisedAt, affected }: DemoImpediment): number => (at - Date.parse(raisedAt)) * affected.length;
  return impediments
    .filter(
      (one) =>
        ['TRIAGED', 'IN_PROGRESS'].includes(one.state) &&
        one.paused === undefined &&
        one.source !== taken &&
        askOf(one) !== undefined &&
        [one.triagedAt, one.startedAt].every((moment) => moment === null || Date.parse(moment) < at - HOUR),
    )
    .toSorted((one, other) => cost(other) - cost(one))[0];
}

function askOf({ source }: DemoImpediment): DemoAsk | undefined {
  return DEMO_ASKS.find((one) => one.source === source);
}

function holdersOf(roles: readonly DemoRole[], role: DemoRole['role'], scope: DemoRole['scope'], at: number): number[] {
  return roles
    .filter((held) => held.role === role && held.scope === scope && held.at === at && held.endsBefore === null)
    .map(({ person }) => person);
}

import { shift } from './day-shift.js';
import { DEMO_ANSWER, DEMO_ASKS, type DemoAsk } from './demo-brief-words.js';
import type { DemoImpediment, DemoRole, DemoStory } from './demo-facts.js';

const HOUR = 3_600_000;
/** The area whose Scrum of Scrums Master a visitor may be. */
const VISITED_AREA = 0;
/** By hours, both within what the inboxes tell: one was answered since, one waits. */
const ANSWERED_SENT = 96;
const ANSWERED = 20;
const WAITING_SENT = 30;

/**
 * The top level was asked twice: once it answered, once it has still a few days for it. What was asked for costs most of
 * what is in the visited area's way and waits for such a source. Writes it into the impediments.
 */
export function tellBriefs(
  { impediments, roles, teams }: Pick<DemoStory, 'impediments' | 'roles' | 'teams'>,
  today: string,
): void {
  const now = Date.parse(`${today}T07:00:00Z`);
  const executives = holdersOf(roles, 'EXECUTIVE_ACTION_TEAM', 'ORGANIZATION', 0);
  const [sentBy] = holdersOf(roles, 'SCRUM_OF_SCRUMS_MASTER', 'AREA', VISITED_AREA);
  const near = impediments.filter(({ affected }) => affected.some((team) => teams[team]?.area === VISITED_AREA));
  const [first, second] = executives;
  if (first === undefined || second === undefined || sentBy === undefined)
    throw new RangeError('Nobody asks, or nobody is asked.');
  const send = (hoursAgo: number, answerBy: string, taken?: number | null): DemoImpediment | undefined => {
    const at = now - hoursAgo * HOUR;
    const told = costliest(near, at, now, taken);
    const words = told && askOf(told);
    if (!told || !words) return undefined;
    const sentAt = new Date(at).toISOString();
    told.level = 3;
    told.levelSince = sentAt;
    told.brief = { ...words, sentBy, sentAt, answerBy, recipients: executives, answer: null };
    return told;
  };
  const answered = send(ANSWERED_SENT, shift(today, 1));
  if (answered?.brief)
    answered.brief.answer = { ...DEMO_ANSWER, by: second, at: new Date(now - ANSWERED * HOUR).toISOString() };
  send(WAITING_SENT, shift(today, 4), answered?.source);
}

/** Of what is triaged and worked on since before then. */
function costliest(
  impediments: readonly DemoImpediment[],
  at: number,
  now: number,
  taken: number | null | undefined,
): DemoImpediment | undefined {
  const cost = ({ raisedAt, affected }: DemoImpediment): number => (now - Date.parse(raisedAt)) * affected.length;
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

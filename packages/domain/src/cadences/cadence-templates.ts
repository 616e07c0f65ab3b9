import type { CadenceKind } from './cadence-kinds.js';
import { agenda, type CadenceTemplate, type RoleHint } from './cadence-template.js';
import { SCRUM_EVENT_TEMPLATES } from './scrum-event-templates.js';

const SCRUM_AT_SCALE = 'Scrum@Scale Guide';

/** In the order in which they are offered. */
export const CADENCE_TEMPLATES: readonly CadenceTemplate[] = [
  ...SCRUM_EVENT_TEMPLATES,
  {
    kind: 'SCALED_DAILY_SCRUM',
    name: 'Scaled Daily Scrum',
    purpose: 'Somebody of every team: what stands between us and the increment that we deliver together.',
    rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
    minutes: 15,
    agenda: agenda(
      ['What did a team find out that others should know?'],
      ['Where will we get in each other’s way?'],
      ['Which impediments does no team remove alone? Share them on the board'],
    ),
    hints: [
      { role: 'SCRUM_OF_SCRUMS_MASTER', words: 'Bring the shared board; leave with owners, not with a report.' },
      { role: 'SCRUM_MASTER', words: 'Send whoever knows; it need not be you.' },
      { role: 'AREA_PRODUCT_OWNER', words: 'Listen. Questions of order belong into the MetaScrum.' },
    ],
    roles: ['SCRUM_OF_SCRUMS_MASTER', 'SCRUM_MASTER'],
    facilitation: 'FIXED',
    scopeKinds: ['AREA', 'ORGANIZATION'],
    source: SCRUM_AT_SCALE,
  },
  {
    kind: 'META_SCRUM',
    name: 'MetaScrum',
    purpose: 'Product Owners and stakeholders settle on one order, and everybody hears the same.',
    rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
    minutes: 60,
    agenda: agenda(
      ['The Product Goal, and how far we are'],
      ['Where order, dependencies and goals disagree'],
      ['Decide: every change of order with its reason, on the record'],
    ),
    hints: [
      { role: 'CHIEF_PRODUCT_OWNER', words: 'You decide the order here, in front of those whom it hits.' },
      { role: 'AREA_PRODUCT_OWNER', words: 'Bring what your area gives up, not only what it asks for.' },
      { role: 'STAKEHOLDER', words: 'This is where to ask for something; the teams are not.' },
    ],
    roles: ['CHIEF_PRODUCT_OWNER', 'AREA_PRODUCT_OWNER', 'PRODUCT_OWNER', 'STAKEHOLDER'],
    facilitation: 'FIXED',
    scopeKinds: ['PRODUCT', 'AREA'],
    source: SCRUM_AT_SCALE,
  },
  {
    kind: 'CHAPTER_TRIAGE',
    name: 'Chapter triage',
    purpose: 'Every shared impediment leaves with an owner, a level and a next step.',
    rule: 'FREQ=WEEKLY;BYDAY=TU',
    minutes: 25,
    agenda: agenda(
      [
        'The agenda builds itself: clocks that ran out, answers from above, new shared impediments, sources that come back',
      ],
      ['Each item ends as triaged, declined, merged, escalated or parked'],
      ['What we promised last time'],
    ),
    hints: [
      { role: 'SCRUM_OF_SCRUMS_MASTER', words: 'Facilitate. The owner of an impediment is somebody else.' },
      { role: 'SCRUM_MASTER', words: 'Take ownership where you can remove it; ask for help where you cannot.' },
    ],
    roles: ['SCRUM_OF_SCRUMS_MASTER', 'SCRUM_MASTER'],
    facilitation: 'ROTA',
    scopeKinds: ['AREA', 'ORGANIZATION'],
    source: null,
  },
  {
    kind: 'COP_MEETING',
    name: 'Community of practice',
    purpose: 'People who share a practice make it better and publish what they found.',
    rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH',
    minutes: 60,
    agenda: agenda(
      ['What did somebody try since last time?'],
      ['One topic in depth, brought by a member'],
      ['What is worth writing down for everybody?'],
    ),
    hints: [{ role: 'DEVELOPER', words: 'Come because it helps you; nobody counts who was there.' }],
    roles: [],
    facilitation: 'ROTA',
    scopeKinds: ['ORGANIZATION', 'PRODUCT', 'AREA'],
    source: null,
  },
  {
    kind: 'PRODUCT_REVIEW',
    name: 'Product review with stakeholders',
    purpose: 'Once a month: what the product achieved, and what stakeholders need next.',
    rule: 'FREQ=MONTHLY;BYDAY=1WE',
    minutes: 90,
    agenda: agenda(
      ['The measures of the Product Goal, then and now'],
      ['What was delivered, shown by the teams'],
      ['What stakeholders see that we do not'],
      ['What that changes in the order'],
    ),
    hints: [
      { role: 'CHIEF_PRODUCT_OWNER', words: 'Show the numbers before the features.' },
      { role: 'STAKEHOLDER', words: 'Say what you would give up for what you ask.' },
    ],
    roles: ['CHIEF_PRODUCT_OWNER', 'AREA_PRODUCT_OWNER', 'PRODUCT_OWNER', 'STAKEHOLDER'],
    facilitation: 'FIXED',
    scopeKinds: ['PRODUCT', 'AREA'],
    source: null,
  },
  {
    kind: 'STRATEGY_SESSION',
    name: 'Strategy session',
    purpose: 'Once a quarter: where the product goes, and what we stop doing.',
    rule: 'FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU',
    minutes: 180,
    agenda: agenda(
      ['What the last quarter taught us: goals, bets, impediments that came back'],
      ['What changed outside'],
      ['The Product Goal: keep, change or replace it'],
      ['What we give up, as decisions'],
    ),
    hints: [
      { role: 'CHIEF_PRODUCT_OWNER', words: 'Leave with fewer goals than you came with.' },
      { role: 'EXECUTIVE_ACTION_TEAM', words: 'Say what is not negotiable early, and why.' },
      { role: 'TECHNICAL_LEAD', words: 'Bring what the architecture will not carry much longer.' },
    ],
    roles: ['CHIEF_PRODUCT_OWNER', 'AREA_PRODUCT_OWNER', 'TECHNICAL_LEAD', 'STAKEHOLDER'],
    facilitation: 'FIXED',
    scopeKinds: ['PRODUCT', 'ORGANIZATION'],
    source: null,
  },
  {
    kind: 'SYNC',
    name: 'Product Owner, Scrum Master and lead',
    purpose: 'Fifteen minutes a week for those who lead: one picture, no surprises.',
    rule: 'FREQ=WEEKLY;BYDAY=MO',
    minutes: 15,
    agenda: agenda(
      ['What worries each of us most this week?'],
      ['Where do we tell the team different things?'],
      ['One thing that each will do'],
    ),
    hints: [
      { role: 'PRODUCT_OWNER', words: 'Say what you are about to promise before you promise it.' },
      { role: 'SCRUM_MASTER', words: 'Bring what you saw, not whom you saw doing it.' },
      { role: 'TECHNICAL_LEAD', words: 'Name the risk while it is small.' },
    ],
    roles: ['PRODUCT_OWNER', 'SCRUM_MASTER'],
    facilitation: 'NONE',
    scopeKinds: ['TEAM', 'AREA'],
    source: null,
  },
  {
    kind: 'OWN',
    name: 'Meeting',
    purpose: 'Anything else that people come together for, over and over or once.',
    rule: 'FREQ=WEEKLY;BYDAY=TU',
    minutes: 30,
    agenda: '',
    hints: [],
    roles: [],
    facilitation: 'NONE',
    scopeKinds: ['TEAM', 'AREA', 'PRODUCT', 'ORGANIZATION'],
    source: null,
  },
];

/** Role hints of a kind of meeting. */
export function hintsOf(kind: CadenceKind): readonly RoleHint[] {
  return CADENCE_TEMPLATES.find((template) => template.kind === kind)?.hints ?? [];
}

import type { Role } from '../organization/role.js';
import { agenda, type CadenceTemplate } from './cadence-template.js';

const TEAM: readonly Role[] = ['PRODUCT_OWNER', 'SCRUM_MASTER', 'DEVELOPER'];
const SCRUM_GUIDE = 'Scrum Guide 2020';

/**
 * The events of a Scrum Team. Their lengths are the Scrum Guide's longest ones for a Sprint of a month, scaled to the two
 * weeks in which the rules here repeat.
 */
export const SCRUM_EVENT_TEMPLATES: readonly CadenceTemplate[] = [
  {
    kind: 'SPRINT_PLANNING',
    name: 'Sprint Planning',
    purpose: 'The team agrees on why this Sprint is valuable, what can be done in it, and how.',
    rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO',
    minutes: 240,
    agenda: agenda(
      [
        'Why: the Product Owner says what would raise the value of the product most now',
        'Draft the Sprint Goal together',
      ],
      ['What: choose items, with the capacity and the absences of this Sprint in view', 'Keep the debt budget'],
      ['How: break the first items down until the Developers can begin', 'Say the Sprint Goal once more, aloud'],
    ),
    hints: [
      { role: 'PRODUCT_OWNER', words: 'Bring the goal and the order. How much fits is for the Developers to say.' },
      { role: 'SCRUM_MASTER', words: 'Guard the time and the goal; the plan is the team’s.' },
      { role: 'DEVELOPER', words: 'Say aloud what you doubt. A plan nobody believes in is no plan.' },
    ],
    roles: TEAM,
    facilitation: 'ROTA',
    scopeKinds: ['TEAM'],
    source: SCRUM_GUIDE,
  },
  {
    kind: 'DAILY_SCRUM',
    name: 'Daily Scrum',
    purpose: 'The Developers look at how they are getting on towards the Sprint Goal and plan the day ahead.',
    rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
    minutes: 15,
    agenda: agenda(
      ['How near is the Sprint Goal?'],
      ['What is the next thing that brings it nearer, and who needs whom?'],
      ['What is in the way? Raise it as an impediment before you leave'],
    ),
    hints: [
      {
        role: 'PRODUCT_OWNER',
        words: 'Listen, don’t direct. It is the Developers’ meeting; take questions up with them afterwards.',
      },
      {
        role: 'SCRUM_MASTER',
        words: 'See to it that it takes place and ends in time. You need not lead it, and it is no report to you.',
      },
      { role: 'DEVELOPER', words: 'Talk to one another, not to the board or to whoever stands in front.' },
    ],
    roles: TEAM,
    facilitation: 'ROTA',
    scopeKinds: ['TEAM'],
    source: SCRUM_GUIDE,
  },
  {
    kind: 'SPRINT_REVIEW',
    name: 'Sprint Review',
    purpose: 'The team and its stakeholders look at what came of the Sprint and decide what to do next.',
    rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR',
    minutes: 120,
    agenda: agenda(
      ['The Sprint Goal, and what became of it'],
      ['What is done, shown and tried by those who will use it'],
      ['What changed around us: market, numbers, dependencies'],
      ['What follows for the Product Backlog'],
    ),
    hints: [
      { role: 'PRODUCT_OWNER', words: 'Ask more than you tell. What stakeholders say today is tomorrow’s order.' },
      { role: 'STAKEHOLDER', words: 'Try it yourself, and say what you would do with it.' },
      { role: 'DEVELOPER', words: 'Show what works; leave the slides at home.' },
      { role: 'SCRUM_MASTER', words: 'Keep it a working session: nobody accepts or rejects here.' },
    ],
    roles: TEAM,
    facilitation: 'ROTA',
    scopeKinds: ['TEAM', 'AREA', 'PRODUCT'],
    source: SCRUM_GUIDE,
  },
  {
    kind: 'SPRINT_RETROSPECTIVE',
    name: 'Sprint Retrospective',
    purpose: 'The team plans how to work better, beginning with the change that helps most.',
    rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR',
    minutes: 90,
    agenda: agenda(
      ['What we promised last time, and what became of it'],
      ['What went well, what got in the way, and why'],
      ['One or two changes, each with an owner and a day'],
    ),
    hints: [
      { role: 'SCRUM_MASTER', words: 'Take your turn in the middle, not in front: let others facilitate.' },
      { role: 'PRODUCT_OWNER', words: 'You are a member of the Scrum Team: come, and speak for yourself.' },
      { role: 'DEVELOPER', words: 'One change that is made beats ten that are written down.' },
    ],
    roles: TEAM,
    facilitation: 'ROTA',
    scopeKinds: ['TEAM'],
    source: SCRUM_GUIDE,
  },
  {
    kind: 'REFINEMENT',
    name: 'Refinement',
    purpose: 'Items become small and clear enough to be planned.',
    rule: 'FREQ=WEEKLY;BYDAY=WE',
    minutes: 60,
    agenda: agenda(
      ['The next items in order: what for, and how we would know'],
      ['Split what is too big; size what is small enough'],
      ['Ask for what we need from others, with a day'],
    ),
    hints: [
      { role: 'PRODUCT_OWNER', words: 'Explain the need and let the Developers find the solution.' },
      { role: 'DEVELOPER', words: 'The size is yours to say. Ask until you could begin tomorrow.' },
    ],
    roles: TEAM,
    facilitation: 'ROTA',
    scopeKinds: ['TEAM', 'AREA'],
    source: null,
  },
];

import type { Role } from '../organization/role.js';
import type { DelegateKind } from './delegation-cell.js';
import { ANSWER_HOURS, VETO_HOURS } from './delegation-fields.js';
import { type DelegationLevel, LEVEL_RULES } from './delegation-levels.js';

/** One line of a template: the decision area by its name, for organizations name their own. */
export interface TemplateCell {
  decisionArea: string;
  description: string;
  level: DelegationLevel;
  delegateKind: Exclude<DelegateKind, 'PERSON'>;
  role: Role | null;
  vetoHours: number;
  answerHours: number;
}

export interface DelegationTemplate {
  id: string;
  name: string;
  description: string;
  cells: readonly TemplateCell[];
}

const AREAS = {
  'Sprint content': 'What goes into a Sprint, and what is taken out while it runs.',
  'Order of the backlog': 'What comes before what.',
  'Definition of Done': 'What done means here; never weaker than that of the product.',
  'Design inside a team': 'How a team builds what it builds, as long as nobody else notices.',
  'Architecture across teams': 'Interfaces, shared data and components that several teams depend on.',
  'Tools and libraries': 'What is used to build, test and run, and what it costs.',
  'Ways of working': 'Events, working agreements, pairing, who is where when.',
  'Technical debt': 'Which debt is paid back first, within the debt budget.',
  Releases: 'When something goes to customers, and to which of them.',
  'Staffing of teams': 'Who works in which team, and whom to hire.',
} as const;
type AreaName = keyof typeof AREAS;

type Line = [area: AreaName, level: DelegationLevel, role?: Role];

/** For a start: to be looked at, changed and saved, never taken over unseen. */
export const DELEGATION_TEMPLATES: readonly DelegationTemplate[] = [
  template(
    'first-steps',
    'First steps',
    'For teams that decided little so far: much is asked and agreed, little is told.',
    [
      ['Sprint content', 'AGREE'],
      ['Order of the backlog', 'CONSULT'],
      ['Definition of Done', 'AGREE'],
      ['Design inside a team', 'ADVISE'],
      ['Architecture across teams', 'CONSULT', 'TECHNICAL_LEAD'],
      ['Tools and libraries', 'AGREE'],
      ['Ways of working', 'INQUIRE'],
      ['Technical debt', 'ADVISE'],
      ['Releases', 'SELL'],
      ['Staffing of teams', 'TELL'],
    ],
  ),
  template(
    'trusted-teams',
    'Trusted teams',
    'For teams that work together well: they decide how, Product Owners decide what, and hear of the rest.',
    [
      ['Sprint content', 'INQUIRE'],
      ['Order of the backlog', 'CONSULT'],
      ['Definition of Done', 'ADVISE'],
      ['Design inside a team', 'DELEGATE'],
      ['Architecture across teams', 'INQUIRE', 'TECHNICAL_LEAD'],
      ['Tools and libraries', 'INQUIRE'],
      ['Ways of working', 'DELEGATE'],
      ['Technical debt', 'INQUIRE'],
      ['Releases', 'AGREE'],
      ['Staffing of teams', 'CONSULT'],
    ],
  ),
  template(
    'technical-leads',
    'Technical Leads',
    'Only what is technical: Technical Leads decide across teams, each team decides inside.',
    [
      ['Design inside a team', 'DELEGATE'],
      ['Architecture across teams', 'INQUIRE', 'TECHNICAL_LEAD'],
      ['Tools and libraries', 'ADVISE', 'TECHNICAL_LEAD'],
      ['Technical debt', 'INQUIRE'],
    ],
  ),
];

export function delegationTemplate(id: string): DelegationTemplate | undefined {
  return DELEGATION_TEMPLATES.find((known) => known.id === id);
}

function template(id: string, name: string, description: string, lines: readonly Line[]): DelegationTemplate {
  return { id, name, description, cells: lines.map(cell) };
}

function cell([decisionArea, level, role]: Line): TemplateCell {
  return {
    decisionArea,
    description: AREAS[decisionArea],
    level,
    delegateKind: role === undefined ? 'TEAM' : 'ROLE',
    role: role ?? null,
    vetoHours: LEVEL_RULES[level].veto ? VETO_HOURS : 0,
    answerHours: ANSWER_HOURS,
  };
}

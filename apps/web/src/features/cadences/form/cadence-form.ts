import { type CadenceKind, type FacilitationMode } from '@chapterhouse/domain/cadences/cadence-kinds';
import { firstStart } from '@chapterhouse/domain/cadences/recurrence';
import { readRule, writeRule } from '@chapterhouse/domain/cadences/rule-text';
import { plusDays } from '@chapterhouse/domain/cadences/wall-clock';
import type { Role } from '@chapterhouse/domain/organization/role';
import type { CadenceChanges, CadenceInput, CadenceQuery, CadenceTemplatesQuery } from '../../../generated/graphql';
import type { NamedPerson } from '../../../platform/people/use-people-found';
import type { MeetingPlace } from '../use-meeting-places';
import { type RuleForm, ruleFormOf, ruleText, usualRuleForm } from './rule-form';

/** What somebody writes of a series, as the fields show it. */
export type CadenceForm = {
  kind: CadenceKind;
  name: string;
  whose: MeetingPlace | null;
  startsOn: string;
  startsTime: string;
  timeZone: string;
  minutes: string;
  rule: RuleForm;
  where: string;
  agenda: string;
  roles: Role[];
  people: NamedPerson[];
  facilitation: FacilitationMode;
  facilitator: NamedPerson | null;
  /** Who takes turns, in this order at first. */
  takesTurns: NamedPerson[];
};
export type FormField = keyof CadenceForm;

export type Template = CadenceTemplatesQuery['cadenceTemplates'][number];
type Saved = CadenceQuery['cadence'];

/** When most meetings of offices begin. */
const USUAL_TIME = '10:00';

export function emptyForm(day: string, timeZone: string): CadenceForm {
  return {
    kind: 'OWN',
    name: '',
    whose: null,
    startsOn: day,
    startsTime: USUAL_TIME,
    timeZone,
    minutes: '30',
    rule: usualRuleForm(day),
    where: '',
    agenda: '',
    roles: [],
    people: [],
    facilitation: 'NONE',
    facilitator: null,
    takesTurns: [],
  };
}

/** The next day on which it could begin: every second Monday may begin with any Monday. */
function firstDay(text: string, day: string, timeZone: string): string {
  const from = `${plusDays(day, 1)}T${USUAL_TIME}`;
  const { rule } = readRule(text, { startsAt: from, timeZone });
  return rule ? (firstStart(writeRule({ ...rule, interval: 1 }), from)?.slice(0, 10) ?? day) : day;
}

/** As the template has it, in the place that somebody came from. */
export function formOfTemplate(
  { kind, name, rule, minutes, agenda, roles, facilitation }: Template,
  { whose, day, timeZone }: { whose: MeetingPlace | null; day: string; timeZone: string },
): CadenceForm {
  const begins = firstDay(rule, day, timeZone);
  const base = emptyForm(begins, timeZone);
  const startsAt = startOf(base);
  return {
    ...base,
    kind,
    name: kind === 'OWN' ? '' : name,
    whose,
    minutes: String(minutes),
    rule: ruleFormOf(rule === '' ? null : rule, { startsAt, timeZone }),
    agenda,
    roles: [...roles],
    facilitation,
  };
}

/** What a date may say otherwise than its series. */
type OneDate = { localStart: string; minutes: number; name: string; place: string; agenda: string };

/** What was saved; a date of it may say otherwise. */
export function formOf(saved: Saved, of?: OneDate): CadenceForm {
  const { kind, timeZone, audience, facilitation, facilitator, scope, chapter, community } = saved;
  const start = (of?.localStart ?? saved.next[0]?.localStart ?? saved.startsAt).slice(0, 16);
  const rule = ruleFormOf(saved.rule, { startsAt: saved.startsAt.slice(0, 16), timeZone });
  return {
    kind,
    name: of?.name ?? saved.name,
    whose: {
      kind: scope.kind,
      id: scope.id,
      chapterId: chapter?.id ?? null,
      communityId: community?.id ?? null,
      name: chapter?.name ?? community?.name ?? scope.name,
      detail: '',
    },
    startsOn: start.slice(0, 10),
    startsTime: start.slice(11, 16),
    timeZone,
    minutes: String(of?.minutes ?? saved.minutes),
    rule,
    where: of?.place ?? saved.place,
    agenda: of?.agenda ?? saved.agenda,
    roles: [...audience.roles],
    people: audience.people.map(({ id, name }) => ({ id, name })),
    facilitation,
    facilitator: facilitator && { id: facilitator.id, name: facilitator.name },
    takesTurns: [],
  };
}

export const startOf = ({ startsOn, startsTime }: Pick<CadenceForm, 'startsOn' | 'startsTime'>): string =>
  `${startsOn}T${startsTime}`;

const idsOf = (people: readonly NamedPerson[]): string[] => people.map(({ id }) => id);

/** As the api takes it; null without a place. */
export function inputOf(form: CadenceForm): CadenceInput | null {
  const { kind, whose, timeZone, facilitation, facilitator, takesTurns } = form;
  if (whose === null) return null;
  return {
    kind,
    name: form.name.trim(),
    scopeKind: whose.kind,
    scopeId: whose.id,
    ...(whose.chapterId !== null && { chapterId: whose.chapterId }),
    ...(whose.communityId && { communityId: whose.communityId }),
    rule: ruleText(form.rule),
    startsAt: startOf(form),
    timeZone,
    minutes: Number(form.minutes),
    place: form.where.trim(),
    agenda: form.agenda.trim(),
    facilitation,
    ...(facilitation === 'FIXED' && { facilitatorId: facilitator?.id ?? null }),
    ...(facilitation === 'ROTA' && { rotaPersonIds: idsOf(takesTurns) }),
    audience: { roles: form.roles, personIds: idsOf(form.people) },
  };
}

/** Only what was changed: the rest stays as it is, whatever others make of it. @param startsAt of the span */
export function changesOf(form: CadenceForm, changed: readonly FormField[], startsAt: string): CadenceChanges {
  const is = (...fields: FormField[]) => fields.some((field) => changed.includes(field));
  return {
    ...(is('name') && { name: form.name.trim() }),
    ...(is('rule') && { rule: ruleText(form.rule) }),
    ...(is('startsOn', 'startsTime') && { startsAt }),
    ...(is('timeZone') && { timeZone: form.timeZone }),
    ...(is('minutes') && { minutes: Number(form.minutes) }),
    ...(is('where') && { place: form.where.trim() }),
    ...(is('agenda') && { agenda: form.agenda.trim() }),
    ...(is('facilitation') && { facilitation: form.facilitation }),
    ...(is('facilitation', 'facilitator') &&
      form.facilitation === 'FIXED' && { facilitatorId: form.facilitator?.id ?? null }),
    ...(is('facilitation', 'takesTurns') &&
      form.facilitation === 'ROTA' &&
      form.takesTurns.length > 0 && { rotaPersonIds: idsOf(form.takesTurns) }),
    ...(is('roles', 'people') && { audience: { roles: form.roles, personIds: idsOf(form.people) } }),
  };
}

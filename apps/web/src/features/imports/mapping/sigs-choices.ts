import { GROUP_KINDS, type GroupKind, LEADERSHIPS, type Leadership } from '@chapterhouse/domain/imports/sigs-mapping';

/** What a `sigs.yaml` has of each kind of group. */
export type SigsGroupChoice = { kind: GroupKind; count: number; leaders: Record<Leadership, number> };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** Reads `choices` of an import of this kind; a part that is missing counts as none. */
export function sigsGroupChoices(choices: unknown): SigsGroupChoice[] {
  const groups: unknown = isRecord(choices) ? choices['groups'] : null;
  const all: unknown[] = Array.isArray(groups) ? groups : [];
  return GROUP_KINDS.map((kind) => {
    const group = all.find((one) => isRecord(one) && one['name'] === kind);
    const leaders: unknown = isRecord(group) ? group['leaders'] : null;
    const [chairs = 0, techLeads = 0, emeritus = 0] = LEADERSHIPS.map((one) =>
      numberOf(isRecord(leaders) ? leaders[one] : 0),
    );
    return {
      kind,
      count: numberOf(isRecord(group) ? group['count'] : 0),
      leaders: { chairs, tech_leads: techLeads, emeritus_leads: emeritus },
    };
  });
}

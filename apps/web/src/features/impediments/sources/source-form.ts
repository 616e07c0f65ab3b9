import { SOURCE_KINDS, type SourceKind } from '@chapterhouse/domain/impediments/impediment-fields';
import type { EditSourceInput, SourceFactsFragment } from '../../../generated/graphql';

/** A source as its form holds it, and of which version: words that come back later belong to that. */
export type SourceForm = {
  version: number;
  name: string;
  kind: SourceKind;
  contact: string;
  person: { id: string; name: string } | null;
  teamId: string | null;
};

export function formOf({ version, name, kind, contact, contactPerson, team }: SourceFactsFragment): SourceForm {
  const person = contactPerson && { id: contactPerson.id, name: contactPerson.name };
  return { version, name, kind, contact, person, teamId: team?.id ?? null };
}

/** Only what differs: what somebody else changed beside it stays. */
export function editInput(form: SourceForm, before: SourceForm): EditSourceInput {
  const teamId = form.kind === 'TEAM' ? form.teamId : null;
  return {
    ...(form.name !== before.name && { name: form.name }),
    ...(form.kind !== before.kind && { kind: form.kind }),
    ...(form.contact !== before.contact && { contact: form.contact }),
    ...(form.person?.id !== before.person?.id && { contactPersonId: form.person?.id ?? null }),
    ...(teamId !== before.teamId && { teamId }),
  };
}

export const isKind = (text: unknown): text is SourceKind => SOURCE_KINDS.some((kind) => kind === text);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A form as a draft keeps it. */
export const writeForm = (form: SourceForm): string => JSON.stringify(form);

/** Null for what an older or newer release wrote. */
export function readForm(text: string): SourceForm | null {
  const value = parsed(text);
  if (!isRecord(value)) return null;
  const { version, name, kind, contact, person, teamId } = value;
  if (typeof version !== 'number' || typeof name !== 'string' || typeof contact !== 'string' || !isKind(kind))
    return null;
  const known = isRecord(person) && typeof person['id'] === 'string' && typeof person['name'] === 'string';
  return {
    version,
    name,
    kind,
    contact,
    person: known ? { id: String(person['id']), name: String(person['name']) } : null,
    teamId: typeof teamId === 'string' ? teamId : null,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

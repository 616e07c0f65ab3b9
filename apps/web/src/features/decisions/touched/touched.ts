import type { DecisionLinkInput, DecisionLinkKind } from '../../../generated/graphql';

/** Something that a decision touches, before the server knows of it. */
export type Touched = {
  kind: DecisionLinkKind;
  thingId: string | null;
  key: string | null;
  title: string;
  url: string | null;
};

/** As the api takes it. */
export function linkInput({ kind, thingId, key, title, url }: Touched): DecisionLinkInput {
  if (thingId !== null) return { kind, thingId };
  return { kind, title, ...(key !== null && { key }), ...(url !== null && { url }) };
}

const WEB_PAGE = /^https?:\/\/\S+$/i;
/** `PAY-12` of a backlog that is kept elsewhere. */
const ITEM_KEY = /^[a-z][a-z\d]{0,14}-\d{1,9}$/i;

/** Of an impediment or a decision of ours: found, or nothing. */
const OWN_KEY = /^(?:IMP|D)-/;

/** What somebody may mean who typed this, when no thing of the organization has the name. A key is never a goal. */
export function typedThings(typed: string): Touched[] {
  const text = typed.trim();
  if (text === '') return [];
  const nothing = { thingId: null, key: null, url: null };
  if (WEB_PAGE.test(text)) return [{ ...nothing, kind: 'URL', title: text, url: text }];
  if (!ITEM_KEY.test(text)) return [{ ...nothing, kind: 'GOAL', title: text }];
  const key = text.toUpperCase();
  return OWN_KEY.test(key) ? [] : [{ ...nothing, kind: 'ITEM', key, title: key }];
}

/** A name of it that no other thing has. */
export const touchedId = ({ kind, thingId, key, url, title }: Touched): string =>
  `${kind} ${thingId ?? key ?? url ?? title}`;

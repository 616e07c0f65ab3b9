import { useQuery } from '@apollo/client/react';
import { type ReactNode } from 'react';
import { Link } from 'react-router';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { artifactAddress, pageAddress } from '../artifacts/artifact-addresses';
import { ARTIFACT_TITLE, DECISION_TITLE, IMPEDIMENT_TITLE, ITEM_TITLE } from './things.operations';

export type ThingLinkProps = {
  /** `IMP-42`, `D-7`, `B-3`, `A-5`, `A-5/onboarding`. */
  name: string;
  /** Words of the writer's own, in place of key and title. */
  children?: ReactNode;
  /** The title is asked for; not of the hundredth thing that a text names. */
  titled?: boolean;
};

/** A thing named by its key, shown with the title that it has now; plain words where there is no such thing. */
export function ThingLink({ name, children, titled = true }: ThingLinkProps) {
  const slash = name.indexOf('/');
  const key = slash === -1 ? name : name.slice(0, slash);
  const path = slash === -1 ? '' : name.slice(slash + 1);
  const { title, missing } = useTitle(key, titled);
  const words = children ?? <>{title === null ? name : `${name} ${title}`}</>;
  if (missing) return <span>{children ?? name}</span>;
  return <Link to={addressOf(key, path)}>{words}</Link>;
}

function addressOf(key: string, path: string): string {
  if (key.startsWith('IMP-')) return `/impediments/${key}`;
  if (key.startsWith('D-')) return `/decisions/${key}`;
  if (key.startsWith('B-')) return `/backlog/${key}`;
  return path === '' ? artifactAddress(key) : pageAddress(key, path);
}

/** Asked once and kept: a page that names the same thing ten times asks once. */
function useTitle(key: string, titled: boolean): { title: string | null; missing: boolean } {
  const of = (prefix: string) => ({ variables: { key }, skip: !titled || !key.startsWith(prefix) });
  const impediment = useQuery(IMPEDIMENT_TITLE, of('IMP-'));
  const decision = useQuery(DECISION_TITLE, of('D-'));
  const item = useQuery(ITEM_TITLE, of('B-'));
  const artifact = useQuery(ARTIFACT_TITLE, of('A-'));
  const error = impediment.error ?? decision.error ?? item.error ?? artifact.error;
  const found =
    impediment.data?.impediment ?? decision.data?.decision ?? item.data?.backlogItem ?? artifact.data?.artifact;
  const nothing = item.data !== undefined && item.data.backlogItem === null;
  // Away, or asked too often: the link is right all the same.
  const isGone = error !== undefined && shownRefusal(error).code === 'NOT_FOUND';
  return { title: found?.title ?? null, missing: nothing || isGone };
}

import { type ReactNode, use } from 'react';
import { Link } from 'react-router';
import { artifactAddress, pageAddress } from '../artifacts/artifact-addresses';
import { keyOf } from './keys-in';
import { NamedThingsContext } from './named-things';

export type ThingLinkProps = {
  /** `IMP-42`, `D-7`, `B-3`, `A-5`, `A-5/onboarding`. */
  name: string;
  /** Words of the writer's own, in place of key and title. */
  children?: ReactNode;
};

/** A thing named by its key, shown with the title that it has now; plain words where there is no such thing. */
export function ThingLink({ name, children }: ThingLinkProps) {
  const things = use(NamedThingsContext);
  const key = keyOf(name);
  const title = things.nameOf(key);
  if (things.isMissing(key)) return <span>{children ?? name}</span>;
  const words = children ?? (title === null ? name : `${name} ${title}`);
  return <Link to={addressOf(key, name.slice(key.length + 1))}>{words}</Link>;
}

function addressOf(key: string, path: string): string {
  if (key.startsWith('IMP-')) return `/impediments/${key}`;
  if (key.startsWith('D-')) return `/decisions/${key}`;
  if (key.startsWith('B-')) return `/backlog/${key}`;
  return path === '' ? artifactAddress(key) : pageAddress(key, path);
}

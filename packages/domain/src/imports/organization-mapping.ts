import { MappingReader } from './mapping-reader.js';

export interface OrganizationMapping {
  /** YYYY-MM-DD: the day on which the file was true; roles that it no longer lists end then. */
  asOf: string;
}

export function readOrganizationMapping(
  mapping: unknown,
  usualAsOf: string,
): { mapping: OrganizationMapping; problems: MappingReader['problems'] } {
  const reader = new MappingReader(mapping);
  return { mapping: { asOf: reader.day('asOf', usualAsOf) }, problems: reader.problems };
}

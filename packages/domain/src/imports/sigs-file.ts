import type { GroupKind, Leadership } from './sigs-mapping.js';

/** What a `sigs.yaml` says, before any mapping. */
export interface SigsFile {
  groups: SigsGroup[];
  /** Kinds that stand in the file, be it with an empty list: only for those is a missing group a vanished one. */
  kinds: GroupKind[];
}

export interface SigsGroup {
  kind: GroupKind;
  /** Its folder in the community's repository: stays when the name changes. */
  dir: string;
  name: string;
  purpose: string | null;
  leaders: SigsLeader[];
  /** Null: the file does not say when it meets. */
  meetings: SigsMeeting[] | null;
  where: string;
}

/** A meeting in words for people. */
export interface SigsMeeting {
  name: string;
  day: string;
  time: string;
  timeZone: string;
  frequency: string;
  /** Addresses: where it is, its notes, its recordings. */
  url: string | null;
  archive: string | null;
  recordings: string | null;
  where: string;
}

export interface SigsLeader {
  leadership: Leadership;
  /** Lower case. */
  github: string;
  name: string;
  email: string | null;
  where: string;
}

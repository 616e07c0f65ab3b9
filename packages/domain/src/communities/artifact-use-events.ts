import type { CommunityPayload } from './community-events.js';

/** Of use: what was used, and by whom. Ids are the database's. */
export interface ArtifactUsePayload extends CommunityPayload {
  /** Of a step of a checklist. */
  stepId?: string;
}

/** Event name -> payload. Subjects: ChecklistRun, Adoption, and Artifact of a nudge. */
export interface ArtifactUseEvents {
  'checklist-run.started': ArtifactUsePayload;
  /** A change `step` from or to the words of the step. */
  'checklist-run.step-ticked': ArtifactUsePayload;
  'checklist-run.ended': ArtifactUsePayload;
  /** A change `version`, and `teamId`. */
  'adoption.begun': ArtifactUsePayload;
  'adoption.edited': ArtifactUsePayload;
  /** The note is the reason. */
  'adoption.ended': ArtifactUsePayload;
  /** Who facilitates the community asks the team to look at the versions since; `told` are its people. */
  'adoption.nudged': ArtifactUsePayload;
}
export type ArtifactUseEvent = keyof ArtifactUseEvents;

/** "Ana Roth ...", for activity and live announcements. Walks are counted, not told of: nobody watches others decide. */
export const ARTIFACT_USE_EVENT_WORDS: Record<ArtifactUseEvent, string> = {
  'checklist-run.started': 'started a run of the checklist',
  'checklist-run.step-ticked': 'ticked a step',
  'checklist-run.ended': 'ended the run',
  'adoption.begun': 'adopted a version',
  'adoption.edited': 'edited the adoption',
  'adoption.ended': 'ended the adoption',
  'adoption.nudged': 'asked the team to look at newer versions',
};

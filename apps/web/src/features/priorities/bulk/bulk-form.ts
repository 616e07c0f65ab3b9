import { ITEM_KINDS } from '@chapterhouse/domain/priorities/item-fields';
import { ITEM_STATES } from '@chapterhouse/domain/priorities/item-state';
import type { BulkItemChanges } from '../../../generated/graphql';
import { NONE } from '../backlog/backlog-filter';
import { readSize } from '../item-fields/size-field';

/** What is chosen for all; an empty text leaves a field as it is, `none` empties it. */
export type BulkForm = {
  state: string;
  kind: string;
  place: { areaId: string | null; teamId: string | null; name: string } | null;
  noTeam: boolean;
  assignee: { id: string; name: string } | null;
  nobody: boolean;
  goal: string;
  parent: { id: string; key: string; title: string } | null;
  noParent: boolean;
  points: string;
  reason: string;
};

export const EMPTY_BULK: BulkForm = {
  state: '',
  kind: '',
  place: null,
  noTeam: false,
  assignee: null,
  nobody: false,
  goal: '',
  parent: null,
  noParent: false,
  points: '',
  reason: '',
};

/** As the api takes it: what is absent stays, null empties. */
export function bulkChanges(form: BulkForm): BulkItemChanges {
  const { place, noTeam, assignee, nobody, goal, parent, noParent, points } = form;
  const state = ITEM_STATES.find((one) => one === form.state);
  const kind = ITEM_KINDS.find((one) => one === form.kind);
  const size = points.trim() === NONE ? null : readSize(points);
  return {
    ...(state && { state }),
    ...(kind && { kind }),
    ...(noTeam ? { teamId: null } : place && { areaId: place.areaId, teamId: place.teamId }),
    ...(nobody ? { assigneeId: null } : assignee && { assigneeId: assignee.id }),
    ...(goal !== '' && { goalId: goal === NONE ? null : goal }),
    ...(noParent ? { parentId: null } : parent && { parentId: parent.id }),
    ...(points.trim() !== '' && { points: size }),
  };
}

export type BulkProblems = { points?: string; reason?: string; nothing?: string };

export function bulkProblems(form: BulkForm): BulkProblems {
  const { points } = bulkChanges(form);
  return {
    ...(typeof points === 'number' && Number.isNaN(points) && { points: 'Give a number of points.' }),
    ...(form.state === 'DROPPED' && form.reason.trim() === '' && { reason: 'Say why they are dropped.' }),
    ...(Object.keys(bulkChanges(form)).length === 0 && { nothing: 'Choose what to change.' }),
  };
}

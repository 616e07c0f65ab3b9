import { plural } from './plural';

type Terms = { workingHours: number; workedMinutes: number };

/** "12.5 of 16 working hours left": half hours are exact enough, and never more than there are. */
export function hoursLeft({ workingHours, workedMinutes }: Terms): string {
  const left = Math.max(0, Math.floor((workingHours * 60 - workedMinutes) / 30) / 2);
  return `${left} of ${plural(workingHours, 'working hour')} left`;
}

/** "Hazel Gale": who made its clock stand still, as far as what happened to it is loaded. */
export function whoPaused(activity: {
  edges: readonly { node: { event: string; actor: { name: string } | null } }[];
}): string | null {
  return activity.edges.find(({ node }) => node.event === 'impediment.clock-paused')?.node.actor?.name ?? null;
}

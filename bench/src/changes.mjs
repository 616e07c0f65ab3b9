import { withOwner } from './house.mjs';

const CHANGE = `
  with changed as (
    update impediments set updated_at = now(), version = version + 1
     where organization_id = $1 and id = (select id from impediments
       where organization_id = $1 and state = 'IN_PROGRESS' order by updated_at limit 1) returning id, version)
  insert into events (organization_id, name, subject_type, subject_id, subject_version)
  select $1, 'impediment.edited', 'Impediment', id, version from changed`;

/**
 * Changes a card of the board so many times a second, by plain SQL with its event, while `work` runs.
 * @param {{ url: string, organizationId: string }} house
 */
export async function whileChanging(house, perSecond, work) {
  if (perSecond === 0) return work();
  return withOwner(house.url, async (owner) => {
    let last = Promise.resolve();
    const timer = setInterval(() => {
      last = last.then(() => owner.query(CHANGE, [house.organizationId]));
    }, 1000 / perSecond);
    try {
      return await work();
    } finally {
      clearInterval(timer);
      await last;
    }
  });
}

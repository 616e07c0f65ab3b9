/**
 * That nobody took event `e` of an impediment back right away: what was taken back was none. Taking back what made
 * version n makes version n + 1. Where another event made that version, something beside it was taken back: a label, or
 * that another impediment is a duplicate of this one.
 */
export const NOT_TAKEN_BACK = `
  not exists (select 1 from events u
               where u.organization_id = e.organization_id and u.subject_id = e.subject_id
                 and u.name = 'impediment.undone' and u.subject_version = e.subject_version + 1
                 and not exists (select 1 from events made
                                  where made.organization_id = u.organization_id and made.subject_id = u.subject_id
                                    and made.subject_version = u.subject_version and made.id < u.id))`;

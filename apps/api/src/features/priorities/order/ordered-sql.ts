/**
 * SQL: the position of every item in the order of the product `$2` of the organization `$1`. Items sorted by group and place
 * and slots sorted by group and rank are two lists of which the n-th of one belongs to the n-th of the other: side by side,
 * nothing is joined. A CTE; to be joined by `item_id` with what was found already, for nobody can foretell its length.
 */
export const POSITIONS = `
  positions as materialized (
    select z.item_id, z.position
      from rows from (
        unnest(array(select item_id from order_slots where organization_id = $1 and product_id = $2
                      order by group_id, area_rank)),
        unnest(array(select s.position
                       from (select group_id, row_number() over (order by slot_rank) as position
                               from order_slots where organization_id = $1 and product_id = $2) as s
                      order by s.group_id, s.position))) as z(item_id, position))`;

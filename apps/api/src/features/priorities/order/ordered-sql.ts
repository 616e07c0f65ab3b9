/**
 * SQL: the position of every item in the order of the product `$2` of the organization `$1`. Each group is numbered twice
 * along an index, by its slots and by its items; then the slots of all groups once.
 */
export const POSITIONS = `
  positions as materialized (
    select i.item_id, row_number() over (order by s.slot_rank) as position
      from (select item_id, group_id, row_number() over (partition by group_id order by area_rank) as place
              from order_slots where organization_id = $1 and product_id = $2) as i
      join (select group_id, slot_rank, row_number() over (partition by group_id order by slot_rank) as place
              from order_slots where organization_id = $1 and product_id = $2) as s using (group_id, place))`;

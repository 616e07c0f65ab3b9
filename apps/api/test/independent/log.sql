-- What the event log says of each impediment's state, without what was taken back: an undone change has never been.

create temp table standing (order_in_log bigint, impediment_id uuid, at timestamptz, event text, came_from text, came_to text);

do $$
declare
  told record;
begin
  for told in
    select e.id, e.subject_id, e.at, e.name, change ->> 'from' as came_from, change ->> 'to' as came_to
      from events e
      left join lateral jsonb_array_elements(e.payload -> 'changes') as change on change ->> 'field' = 'state'
     where e.organization_id = (select organization_id from house) and e.subject_type = 'Impediment'
       and (e.name = 'impediment.raised' or change is not null)
     order by e.id
  loop
    if told.name = 'impediment.undone' then
      delete from standing
       where impediment_id = told.subject_id
         and order_in_log = (select max(order_in_log) from standing where impediment_id = told.subject_id);
    else
      insert into standing
      values (told.id, told.subject_id, told.at, told.name, told.came_from, coalesce(told.came_to, 'Raised'));
    end if;
  end loop;
end
$$;

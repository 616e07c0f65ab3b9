-- An independent calculation of the numbers of impediments, written from the glossary and the schema's descriptions alone.
-- It shares nothing with the feature and is slow on purpose: day by day, row by row, so that it can be checked by eye.
-- Whoever runs it says before: set independent.organization and independent.now.

create temp view house as
select * from organizations where organization_id = current_setting('independent.organization')::uuid;

create function pg_temp.this_moment() returns timestamptz language sql stable as
$$ select current_setting('independent.now')::timestamptz $$;

-- The day of a moment where the organization is.
create function pg_temp.day_of(moment timestamptz) returns date language sql stable as
$$ select (moment at time zone time_zone)::date from house $$;

create function pg_temp.works_on(day date) returns boolean language sql stable as
$$ select extract(isodow from day)::int = any (working_days) and not day = any (holidays) from house $$;

-- When the day itself begins.
create function pg_temp.begins(day date) returns timestamptz language sql stable as
$$ select day::timestamp at time zone time_zone from house $$;

create function pg_temp.days(since timestamptz, until timestamptz) returns setof date language sql stable as
$$ select pg_temp.day_of(since) + place from generate_series(0, pg_temp.day_of(until) - pg_temp.day_of(since)) as place $$;

-- When the working day begins and ends, by the clock on the wall.
create function pg_temp.opens(day date) returns timestamptz language sql stable as
$$ select (day + make_interval(hours => working_day_starts)) at time zone time_zone from house $$;

create function pg_temp.closes(day date) returns timestamptz language sql stable as
$$ select (day + make_interval(hours => working_day_ends)) at time zone time_zone from house $$;

-- Working hours between two moments: each day by itself.
create function pg_temp.working_hours(since timestamptz, until timestamptz) returns numeric language plpgsql stable as
$$
declare
  day date := pg_temp.day_of(since);
  hours numeric := 0;
begin
  while day <= pg_temp.day_of(until) loop
    if pg_temp.works_on(day) then
      hours := hours + greatest(0, extract(epoch from
        least(until, pg_temp.closes(day)) - greatest(since, pg_temp.opens(day))) / 3600);
    end if;
    day := day + 1;
  end loop;
  return hours;
end
$$;

-- The value below which that share of them lies, read off the sorted values; in between two of them in proportion.
create function pg_temp.quantile(given numeric[], share numeric) returns numeric language plpgsql immutable as
$$
declare
  sorted numeric[] := array(select value from unnest(given) as value where value is not null order by value);
  place numeric := share * (cardinality(sorted) - 1);
  below int := floor(place)::int + 1;
  above int := ceil(place)::int + 1;
begin
  if cardinality(sorted) = 0 then
    return null;
  end if;
  return sorted[below] + (sorted[above] - sorted[below]) * (place - floor(place));
end
$$;

-- A source that was merged leads to the one that it went up in.
create function pg_temp.leading_source(source uuid) returns uuid language plpgsql stable as
$$
declare
  next uuid;
begin
  loop
    select merged_into_id into next from sources
     where organization_id = (select organization_id from house) and id = source;
    exit when next is null;
    source := next;
  end loop;
  return source;
end
$$;

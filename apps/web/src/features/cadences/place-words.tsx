const ADDRESS = /^https?:\/\/\S+$/i;

/** A room as it is, an address of a call as a link. */
export function PlaceWords({ place }: { place: string }) {
  if (!ADDRESS.test(place.trim())) return <span>{place}</span>;
  return (
    <a href={place.trim()} target="_blank" rel="noreferrer">
      {place.trim().replace(/^https?:\/\//i, '')}
    </a>
  );
}

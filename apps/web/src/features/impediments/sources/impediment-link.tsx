import { Link, useLocation } from 'react-router';

/** Key and title; closing what it opens leads back here. */
export function ImpedimentLink({ impediment: { key, title } }: { impediment: { key: string; title: string } }) {
  const { pathname, search } = useLocation();
  return (
    <Link className="source__link" to={`/impediments/${key}`} state={{ from: pathname + search }}>
      <span className="source__key">{key}</span> {title}
    </Link>
  );
}

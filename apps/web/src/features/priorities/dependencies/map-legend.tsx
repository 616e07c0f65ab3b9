/** What the marks and lines of the map mean. */
export function MapLegend() {
  return (
    <ul className="dependency-map__legend">
      <Kind words="asked for" state="REQUESTED" />
      <Kind words="committed" state="COMMITTED" />
      <Kind words="in conflict" state="COMMITTED" conflict />
      <Kind words="delivered" state="DELIVERED" />
      <li>
        <svg width="12" height="12" aria-hidden>
          <rect className="dependency-map__provider" data-promised x="1" y="1" width="10" height="10" rx="1.5" />
        </svg>
        delivers, on the day promised
      </li>
      <li>
        <svg width="12" height="12" aria-hidden>
          <circle className="dependency-map__consumer" cx="6" cy="6" r="5" />
        </svg>
        needs it
      </li>
    </ul>
  );
}

function Kind({ words, state, conflict = false }: { words: string; state: string; conflict?: boolean }) {
  return (
    <li>
      <svg width="28" height="8" aria-hidden>
        <g className="dependency-map__line" data-state={state} data-conflict={conflict || undefined}>
          <path className="dependency-map__path" d="M0 4H28" />
        </g>
      </svg>
      {words}
    </li>
  );
}

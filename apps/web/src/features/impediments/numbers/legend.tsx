/** What is drawn of a time; the words beside the drawing say it too. */
export function Legend() {
  return (
    <span className="number__legend" aria-hidden>
      <span>
        <i /> median
      </span>
      <span>
        <i data-of="percentile" /> 85th percentile
      </span>
    </span>
  );
}

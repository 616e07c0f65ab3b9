import './mark.css';

/** The product's mark: a vaulted door. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 24 24" aria-hidden>
      <rect className="mark__ground" width="24" height="24" rx="6" />
      <path
        className="mark__door"
        d="M6.5 18v-6.5a5.5 5.5 0 0 1 11 0V18M12 18v-6"
        fill="none"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}

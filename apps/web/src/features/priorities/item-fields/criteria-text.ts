/** A list as one text: an entry a line; where entries have several lines themselves, with an empty line between them. */
export function criteriaText(criteria: readonly string[]): string {
  return criteria.join(criteria.some((one) => one.includes('\n')) ? '\n\n' : '\n');
}

const BULLET = /^\s*(?:[-*•]\s+(?:\[[ x]\]\s+)?|\d+[.)]\s+)/;

/** The same back. Bullets and numbers in front, as they come along when somebody pastes a list, are taken away. */
export function criteriaOf(text: string): string[] {
  const parts = /\n\s*\n/.test(text.trim()) ? text.split(/\n\s*\n/) : text.split('\n');
  return parts.map((part) => part.replace(BULLET, '').trim()).filter(Boolean);
}

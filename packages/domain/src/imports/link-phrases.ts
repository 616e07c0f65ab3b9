/** How the common types of links read, for files that tell only their names: [outward, inward]. */
const PHRASES: Record<string, [outward: string, inward: string]> = {
  blocks: ['blocks', 'is blocked by'],
  blocker: ['blocks', 'is blocked by'],
  cloners: ['clones', 'is cloned by'],
  duplicate: ['duplicates', 'is duplicated by'],
  relates: ['relates to', 'relates to'],
  depends: ['depends on', 'is depended on by'],
  dependency: ['depends on', 'is depended on by'],
  defect: ['created', 'created by'],
  test: ['tests', 'is tested by'],
  includes: ['includes', 'is included in'],
  causes: ['causes', 'is caused by'],
  'problem/incident': ['causes', 'is caused by'],
  'issue split': ['split to', 'split from'],
};

export function linkPhrases(type: string): { outward: string; inward: string } {
  const known = PHRASES[type.toLowerCase()];
  if (known !== undefined) return { outward: known[0], inward: known[1] };
  return { outward: `${type} (outward)`, inward: `${type} (inward)` };
}

/** Characters. Length beats symbols; the upper bound keeps hashing cheap. */
export const PASSWORD_MINIMUM = 12;
export const PASSWORD_MAXIMUM = 200;

/** What people write when a form asks for twelve characters; digits and signs around it do not make it better. */
const COMMON = new Set([
  'abcdefghijkl',
  'abcdefghijklmnop',
  'admin',
  'administrator',
  'asdfghjkl',
  'changeme',
  'changemeplease',
  'chapterhouse',
  'correcthorsebatterystaple',
  'iloveyou',
  'letmein',
  'letmeinplease',
  'mypassword',
  'password',
  'passwordpassword',
  'passwort',
  'qwerty',
  'qwertyuiop',
  'qwertyuiopasdf',
  'qwertyuiopasdfghjkl',
  'scrummaster',
  'productowner',
  'secret',
  'thisisapassword',
  'welcome',
]);

const COUNTING = '0123456789'.repeat(3);
const FEWEST_DIFFERENT = 5;

/** What is wrong with a new password, as sentences that say what to do; empty when it may be used. */
export function passwordProblems(password: string, whose: { email: string; name: string }): string[] {
  const problems: string[] = [];
  const length = Array.from(password).length;
  if (length < PASSWORD_MINIMUM)
    problems.push(`Use at least ${PASSWORD_MINIMUM} characters; a short sentence is fine.`);
  if (length > PASSWORD_MAXIMUM) problems.push(`Use at most ${PASSWORD_MAXIMUM} characters.`);
  if (isOfPerson(password, whose)) problems.push('Use something else than your e-mail or name.');
  if (isCommon(password)) problems.push('Choose a less common password; four unrelated words are a good start.');
  return problems;
}

function isOfPerson(password: string, { email, name }: { email: string; name: string }): boolean {
  const own = [email, email.split('@')[0] ?? '', name].map(letters).filter((word) => word !== '');
  return own.includes(letters(password));
}

function isCommon(password: string): boolean {
  if (password === '') return false;
  const digits = password.replace(/\D/g, '');
  return (
    COMMON.has(letters(password)) ||
    new Set(password).size < FEWEST_DIFFERENT ||
    (digits === password && COUNTING.includes(digits))
  );
}

/** Lower-case letters of any script; case, digits, spaces and signs do not count as a difference. */
function letters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
}

/** "09:00" for 9; 24 is the end of the day. */
export function hourOptions(from: number, to: number): { value: string; label: string }[] {
  return Array.from({ length: to - from + 1 }, (_, index) => ({
    value: String(from + index),
    label: `${String(from + index).padStart(2, '0')}:00`,
  }));
}

/** Injects the validated settings of this process. */
export const SETTINGS = 'SETTINGS';

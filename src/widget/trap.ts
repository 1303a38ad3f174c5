/** Name of the field that people do not see: what machines fill in gives them away. */
export const TRAP = 'website';

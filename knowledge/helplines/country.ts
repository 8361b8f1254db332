/** The countries whose helplines are known (ISO 3166). */
export const countries = ['US', 'CA', 'GB', 'IE', 'AU', 'NZ'] as const;
export type Country = (typeof countries)[number];

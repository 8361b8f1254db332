import type { Country } from './helplines/country.ts';

/** The clinic that runs the service, as far as replies name it; from configuration. */
export interface Clinic {
  readonly name: string;
  readonly phone: string | undefined;
  readonly hours: string | undefined;
  readonly url: string | undefined;
  readonly country: Country;
}

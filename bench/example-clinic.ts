import type { Clinic } from '../knowledge/clinic.ts';

/** A clinic that has said nothing about itself: what is measured does not depend on it. */
export const exampleClinic: Clinic = {
  name: 'the clinic',
  phone: undefined,
  hours: undefined,
  url: undefined,
  country: 'US',
};

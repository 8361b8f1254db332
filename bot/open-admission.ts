import { Admission, admissionLimits, type AdmissionLimits } from './admission.ts';
import { LoopDelay } from './loop-delay.ts';
import type { Metrics } from './metrics.ts';

/** Admission by the process's own load, and the figures of both. */
export const openAdmission = (
  limits: AdmissionLimits | undefined,
  metrics: Metrics,
): { readonly admission: Admission; readonly stop: () => void } => {
  const delay = new LoopDelay();
  const refused = (where: string): void => metrics.overloads.inc({ where });
  const admission = new Admission({
    limits: limits ?? admissionLimits,
    loopDelay: () => delay.recent,
    refused,
  });
  metrics.turnsUnderWay.readFrom(() => admission.size);
  metrics.loopDelay.readFrom(() => delay.recent / 1_000);
  return { admission, stop: () => delay.stop() };
};

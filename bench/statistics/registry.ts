import type { Simulation } from './simulation.ts';
import { clusteredMeanCoverage } from './simulations/clustered-mean-coverage.ts';
import { eventPlacebos } from './simulations/event-placebos.ts';
import { eventVerdicts } from './simulations/event-verdicts.ts';
import { interruptedSeriesCoverage } from './simulations/interrupted-series-coverage.ts';

/** Every simulation, one line each. */
export const SIMULATIONS: readonly Simulation[] = [
  clusteredMeanCoverage,
  interruptedSeriesCoverage,
  eventPlacebos,
  eventVerdicts,
];

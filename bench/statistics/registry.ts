import type { Simulation } from './simulation.ts';
import { clusteredMeanCoverage } from './simulations/clustered-mean-coverage.ts';
import { correctedCoverage } from './simulations/corrected-coverage.ts';
import { correctedSeriesCoverage } from './simulations/corrected-series-coverage.ts';
import { sampleDesignError } from './simulations/sample-design-error.ts';

/** Every simulation, one line each. */
export const SIMULATIONS: readonly Simulation[] = [
  clusteredMeanCoverage,
  sampleDesignError,
  correctedCoverage,
  correctedSeriesCoverage,
];

import type { Simulation } from './simulation.ts';
import { clusteredMeanCoverage } from './simulations/clustered-mean-coverage.ts';
import { errorBandCoverage } from './simulations/error-band-coverage.ts';
import { errorBandOnCard } from './simulations/error-band-on-card.ts';
import { quantificationCoverage } from './simulations/quantification-coverage.ts';
import { quantificationError } from './simulations/quantification-error.ts';

/** Every simulation, one line each. */
export const SIMULATIONS: readonly Simulation[] = [
  clusteredMeanCoverage,
  errorBandCoverage,
  errorBandOnCard,
  quantificationCoverage,
  quantificationError,
];

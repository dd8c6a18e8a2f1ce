import type { Simulation } from './simulation.ts';
import { authorTurnover } from './simulations/author-turnover.ts';
import { clusteredMeanCoverage } from './simulations/clustered-mean-coverage.ts';
import { driverContributionsSimulation } from './simulations/driver-contributions.ts';
import { wordShiftSimulation } from './simulations/word-shift.ts';

/** Every simulation, one line each. */
export const SIMULATIONS: readonly Simulation[] = [
  clusteredMeanCoverage,
  driverContributionsSimulation,
  authorTurnover,
  wordShiftSimulation,
];

import type { Simulation } from './simulation.ts';
import { clusteredMeanCoverage } from './simulations/clustered-mean-coverage.ts';
import { fixedMixCoverage } from './simulations/fixed-mix-coverage.ts';
import { mixOnlyChange } from './simulations/mix-only-change.ts';

/** Every simulation, one line each. */
export const SIMULATIONS: readonly Simulation[] = [clusteredMeanCoverage, fixedMixCoverage, mixOnlyChange];

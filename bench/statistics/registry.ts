import type { Simulation } from './simulation.ts';
import { changeFalseAlarms } from './simulations/change-false-alarms.ts';
import { changeSlope } from './simulations/change-slope.ts';
import { changeStep } from './simulations/change-step.ts';
import { clusteredMeanCoverage } from './simulations/clustered-mean-coverage.ts';
import { monitoringAlarms } from './simulations/monitoring-alarms.ts';
import { trendCoverage } from './simulations/trend-coverage.ts';

/** Every simulation, one line each. */
export const SIMULATIONS: readonly Simulation[] = [
  changeFalseAlarms,
  changeSlope,
  changeStep,
  clusteredMeanCoverage,
  monitoringAlarms,
  trendCoverage,
];

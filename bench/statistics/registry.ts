import type { Simulation } from './simulation.ts';
import { authorTurnover } from './simulations/author-turnover.ts';
import { changeFalseAlarms } from './simulations/change-false-alarms.ts';
import { changeSlope } from './simulations/change-slope.ts';
import { changeStep } from './simulations/change-step.ts';
import { clusteredMeanCoverage } from './simulations/clustered-mean-coverage.ts';
import { coordinationSimulation } from './simulations/coordination.ts';
import { correctedAsideCoverage } from './simulations/corrected-aside-coverage.ts';
import { correctedCoverage } from './simulations/corrected-coverage.ts';
import { correctedEvents } from './simulations/corrected-events.ts';
import { correctedMixCoverage } from './simulations/corrected-mix-coverage.ts';
import { correctedSeriesCoverage } from './simulations/corrected-series-coverage.ts';
import { deletionRates } from './simulations/deletion-rates.ts';
import { demoTruth } from './simulations/demo-truth.ts';
import { driverContributionsSimulation } from './simulations/driver-contributions.ts';
import { errorBandCoverage } from './simulations/error-band-coverage.ts';
import { errorBandOnCard } from './simulations/error-band-on-card.ts';
import { eventPlacebos } from './simulations/event-placebos.ts';
import { eventVerdicts } from './simulations/event-verdicts.ts';
import { fixedMixCoverage } from './simulations/fixed-mix-coverage.ts';
import { interruptedSeriesCoverage } from './simulations/interrupted-series-coverage.ts';
import { mixOnlyChange } from './simulations/mix-only-change.ts';
import { monitoringAlarms } from './simulations/monitoring-alarms.ts';
import { pairedContrastSimulation } from './simulations/paired-contrast.ts';
import { quantificationCoverage } from './simulations/quantification-coverage.ts';
import { quantificationError } from './simulations/quantification-error.ts';
import { referenceVerdicts } from './simulations/reference-verdicts.ts';
import { regionHeterogeneity } from './simulations/region-heterogeneity.ts';
import { sampleDesignError } from './simulations/sample-design-error.ts';
import { selectionBlocks } from './simulations/selection-blocks.ts';
import { trendCoverage } from './simulations/trend-coverage.ts';
import { wordShiftSimulation } from './simulations/word-shift.ts';

/** Every simulation, one line each. */
export const SIMULATIONS: readonly Simulation[] = [
  authorTurnover,
  changeFalseAlarms,
  changeSlope,
  changeStep,
  clusteredMeanCoverage,
  coordinationSimulation,
  correctedAsideCoverage,
  correctedCoverage,
  correctedEvents,
  correctedMixCoverage,
  correctedSeriesCoverage,
  deletionRates,
  demoTruth,
  driverContributionsSimulation,
  errorBandCoverage,
  errorBandOnCard,
  eventPlacebos,
  eventVerdicts,
  fixedMixCoverage,
  interruptedSeriesCoverage,
  mixOnlyChange,
  monitoringAlarms,
  pairedContrastSimulation,
  regionHeterogeneity,
  quantificationCoverage,
  quantificationError,
  referenceVerdicts,
  sampleDesignError,
  selectionBlocks,
  trendCoverage,
  wordShiftSimulation,
];

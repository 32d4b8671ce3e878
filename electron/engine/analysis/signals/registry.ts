import { templateConcentration } from './s1-template-concentration.ts';
import { rareSharedTemplate } from './s2-rare-shared-template.ts';
import { capabilityConcentration } from './s3-capability-concentration.ts';
import { reasoningElicitation } from './s4-reasoning-elicitation.ts';
import { dataFactory } from './s5-data-factory.ts';
import { semanticCoverage } from './s6-semantic-coverage.ts';
import { noRepeatSampling } from './s7-no-repeat-sampling.ts';
import { machinePacing } from './s8-machine-pacing.ts';
import { immediateSaturation } from './s9-immediate-saturation.ts';
import { parameterFingerprint } from './s10-parameter-fingerprint.ts';
import { releasePivotSignal } from './s11-release-pivot.ts';
import { developmentTimeline } from './s12-development-timeline.ts';
import { sharedIdentifiers } from './s13-shared-identifiers.ts';
import { synchronisedLoadSignal } from './s14-synchronised-load.ts';
import { loadEqualitySignal } from './s15-load-equality.ts';
import { complementarySharding } from './s16-complementary-sharding.ts';
import { accountSuccession } from './s17-account-succession.ts';
import { registrationBatchSignal } from './s18-registration-batch.ts';
import type { Signal } from './signal.ts';

/** All signals, in the order of their ids. Adding one is its file, its test and a line here. */
export const SIGNALS: readonly Signal[] = [
  templateConcentration,
  rareSharedTemplate,
  capabilityConcentration,
  reasoningElicitation,
  dataFactory,
  semanticCoverage,
  noRepeatSampling,
  machinePacing,
  immediateSaturation,
  parameterFingerprint,
  releasePivotSignal,
  developmentTimeline,
  sharedIdentifiers,
  synchronisedLoadSignal,
  loadEqualitySignal,
  complementarySharding,
  accountSuccession,
  registrationBatchSignal,
];

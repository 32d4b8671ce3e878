import type { Family } from '../sample-types.ts';
import { templateSweep } from './m1-template-sweep.ts';
import { hotSpare } from './m2-hot-spare.ts';
import { rewardModel } from './m3-reward-model.ts';
import { agenticHarvest } from './m4-agentic-harvest.ts';
import { silentRelay } from './m5-silent-relay.ts';
import { traceCleaner } from './m6-trace-cleaner.ts';
import { slowAndLow } from './m7-slow-and-low.ts';
import { variedAccess } from './m8-varied-access.ts';
import { sharedProxy } from './m9-shared-proxy.ts';
import { probeAndScale } from './m10-probe-and-scale.ts';
import { quietTail } from './n0-quiet-tail.ts';
import { enterpriseSeats } from './n1-enterprise-seats.ts';
import { evaluationStartup } from './n2-evaluation-startup.ts';
import { judgeProduct } from './n3-judge-product.ts';
import { batchJob } from './n4-batch-job.ts';
import { authorisedDistillation } from './n5-authorised-distillation.ts';
import { gateway } from './n6-gateway.ts';
import { consumerApp } from './n7-consumer-app.ts';
import { codingTeam } from './n8-coding-team.ts';
import { universityClass } from './n9-university-class.ts';
import { frameworkUsers } from './n10-framework-users.ts';
import { sharedNetwork } from './n11-shared-network.ts';
import { hobbyPooler } from './n12-hobby-pooler.ts';
import { greyReseller } from './n13-grey-reseller.ts';
import { auditTrail } from './n14-audit-trail.ts';
import { failoverRouter } from './n15-failover-router.ts';

/** How much of a data set a family is. */
export interface Place {
  readonly family: Family;
  /** Accounts in all instances together at size S, and per thousand accounts at the other sizes. */
  readonly small: number;
  readonly perThousand: number;
  /** Accounts of one instance on average; 0 makes one instance of all. */
  readonly group: number;
  /** Requests an account, relative to the other families. */
  readonly volume: number;
}

/**
 * The campaigns. A data set holds some of them, chosen by seed; the volume of each lies near the middle of all
 * accounts, so whichever are chosen, heavy users are benign.
 */
export const CAMPAIGNS: readonly Place[] = [
  { family: templateSweep, small: 5, perThousand: 7, group: 0, volume: 0.85 },
  { family: hotSpare, small: 5, perThousand: 8, group: 0, volume: 0.75 },
  { family: rewardModel, small: 4, perThousand: 4, group: 0, volume: 0.75 },
  { family: agenticHarvest, small: 4, perThousand: 6, group: 0, volume: 0.85 },
  { family: silentRelay, small: 5, perThousand: 8, group: 0, volume: 0.9 },
  { family: traceCleaner, small: 4, perThousand: 6, group: 0, volume: 0.95 },
  { family: slowAndLow, small: 3, perThousand: 4, group: 0, volume: 0.5 },
  { family: variedAccess, small: 5, perThousand: 7, group: 0, volume: 0.75 },
  { family: sharedProxy, small: 5, perThousand: 8, group: 0, volume: 0.8 },
  { family: probeAndScale, small: 5, perThousand: 6, group: 0, volume: 0.8 },
];

/** The honest families, all in every data set. */
export const HONEST: readonly Place[] = [
  { family: enterpriseSeats, small: 50, perThousand: 150, group: 64, volume: 1.2 },
  { family: evaluationStartup, small: 8, perThousand: 22, group: 4, volume: 2.6 },
  { family: judgeProduct, small: 8, perThousand: 30, group: 5, volume: 1.8 },
  { family: batchJob, small: 4, perThousand: 20, group: 0, volume: 3.5 },
  { family: authorisedDistillation, small: 4, perThousand: 20, group: 6, volume: 2.6 },
  { family: gateway, small: 5, perThousand: 20, group: 6, volume: 4 },
  { family: consumerApp, small: 6, perThousand: 25, group: 4, volume: 2.2 },
  { family: codingTeam, small: 14, perThousand: 48, group: 9, volume: 1.8 },
  { family: universityClass, small: 28, perThousand: 66, group: 32, volume: 0.45 },
  { family: frameworkUsers, small: 26, perThousand: 76, group: 0, volume: 0.8 },
  { family: sharedNetwork, small: 26, perThousand: 76, group: 0, volume: 0.8 },
  { family: hobbyPooler, small: 6, perThousand: 20, group: 3.3, volume: 1 },
  { family: greyReseller, small: 14, perThousand: 48, group: 36, volume: 0.85 },
  { family: auditTrail, small: 6, perThousand: 25, group: 4, volume: 1.8 },
  { family: failoverRouter, small: 6, perThousand: 20, group: 3, volume: 1.6 },
];

/** Takes whatever accounts are left. */
export const REST = { family: quietTail, volume: 0.55 };

import type { Rng } from '../rng.ts';
import { makeNetworks } from './network.ts';
import type { ContextRow, World } from './sample-types.ts';

export const HOUR_US = 3_600_000_000;
export const DAY_US = 24 * HOUR_US;
/** A Monday, so that the weekday of day n is n mod 7. */
const START_US = Date.UTC(2026, 2, 2) * 1000;
const MODELS = { large: 'meridian-4', small: 'meridian-4-mini', old: 'meridian-3', next: 'meridian-5' };

/** The shared world of a data set of that many accounts and days. */
export function makeWorld(rng: Rng, accounts: number, days: number): World {
  // The release falls on a working day, with at least five days before and after it.
  let releaseDay = Math.floor(days / 2) + rng.int(0, 2) - 1;
  while (releaseDay % 7 > 3) releaseDay++;
  const releaseUs = START_US + releaseDay * DAY_US + rng.int(15, 18) * HOUR_US;
  const outageFromUs = START_US + rng.int(2, 4) * DAY_US + rng.int(8, 18) * HOUR_US;
  const outage = { fromUs: outageFromUs, untilUs: outageFromUs + rng.int(35, 80) * 60_000_000 };
  return {
    startUs: START_US,
    days,
    endUs: START_US + days * DAY_US,
    models: MODELS,
    releaseUs,
    outage,
    context: contextRows(releaseUs, outage, days),
    networks: makeNetworks(rng.fork('networks'), accounts),
    takenIds: new Set(),
  };
}

function contextRows(releaseUs: number, outage: World['outage'], days: number): ContextRow[] {
  const rows: ContextRow[] = [
    {
      timeUs: START_US - 143 * DAY_US + 16 * HOUR_US,
      kind: 'model_release',
      label: `${MODELS.large} and ${MODELS.small} generally available`,
      source: 'release calendar (synthetic)',
    },
    {
      timeUs: outage.fromUs,
      kind: 'incident',
      label: 'Elevated error rate, began',
      source: 'status page (synthetic)',
    },
    {
      timeUs: outage.untilUs,
      kind: 'incident',
      label: 'Elevated error rate, resolved',
      source: 'status page (synthetic)',
    },
    {
      timeUs: releaseUs,
      kind: 'model_release',
      label: `${MODELS.next} generally available`,
      source: 'release calendar (synthetic)',
    },
    {
      timeUs: START_US + Math.floor(days * 0.8) * DAY_US + 9 * HOUR_US,
      kind: 'external_event',
      label: 'A model of another developer, Tarn-2, announced',
      source: 'press digest (synthetic)',
    },
  ];
  return rows.sort((one, other) => one.timeUs - other.timeUs);
}

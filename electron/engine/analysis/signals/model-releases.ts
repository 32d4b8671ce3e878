import type { ContextEvent } from '../../../../shared/contract/records.ts';
import type { Dataset } from '../dataset.ts';
import type { SignalContext } from './signal.ts';
import { timeWindow } from './time-window.ts';

/** A release within the window of a model that requests name. */
export interface ModelRelease {
  readonly timeUs: number;
  /** Codes of the models in `data.model`. */
  readonly models: ReadonlySet<number>;
  readonly names: readonly string[];
}

const RELEASE = /release|launch|general availability/i;
const INCIDENT = /incident|outage|maintenance/i;

/** Releases of models of the data, after its first request and before its last. */
export function modelReleases(context: SignalContext): ModelRelease[] {
  const { data, events } = context;
  const window = timeWindow(context);
  if (!window) return [];
  return events.flatMap((event): ModelRelease[] => {
    const models = releasedModels(data, event);
    const { timeUs } = event;
    if (models.length === 0 || timeUs === null || timeUs <= window.firstUs || timeUs >= window.lastUs)
      return [];
    return [
      { timeUs, models: new Set(models), names: models.map((code) => data.model.values[code - 1]).sort() },
    ];
  });
}

/** Events outside the provider's house: neither incidents nor releases of models that requests name. */
export function outsideEvents(context: SignalContext): ContextEvent[] {
  const { data, events } = context;
  const window = timeWindow(context);
  return events.filter(
    (event) =>
      event.timeUs !== null &&
      window !== undefined &&
      event.timeUs >= window.fromUs &&
      event.timeUs < window.toUs &&
      !INCIDENT.test(event.kind ?? '') &&
      releasedModels(data, event).length === 0,
  );
}

/** Codes of the models that a release names: whole names only, `meridian-4` is not in `meridian-4-mini`. */
function releasedModels(data: Dataset, { kind, label }: ContextEvent): number[] {
  if (!RELEASE.test(`${kind ?? ''} ${label}`)) return [];
  const words = new Set(label.toLowerCase().split(/[^\p{L}\p{N}._:/@-]+/u));
  return data.model.values.flatMap((name, k) => {
    const sought = name.toLowerCase();
    return [...words].some((word) => word.replace(/[.:,;]+$/, '') === sought) ? [k + 1] : [];
  });
}

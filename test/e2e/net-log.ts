import { readFileSync } from 'node:fs';

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly { readonly type: number }[];
}

/** How often each event stands in Chromium's own log of what it did for the network (`--log-net-log`), by name. */
export function eventsOf(path: string): ReadonlyMap<string, number> {
  const { constants, events } = JSON.parse(readFileSync(path, 'utf8')) as NetLog;
  const names = new Map(Object.entries(constants.logEventTypes).map(([name, type]) => [type, name]));
  const counts = new Map<string, number>();
  for (const { type } of events) {
    const name = names.get(type) ?? `type ${type}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

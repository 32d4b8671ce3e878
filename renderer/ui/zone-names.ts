import { formatOffset, isZone, zoneOf } from '../../shared/time/zone.ts';

/** All IANA zones the runtime knows, UTC first. */
export function zoneNames(): readonly string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC')];
}

export function systemZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** `UTC+02:00` of a zone at an instant, or null for a name that is no zone. */
export function offsetText(name: string, atUs: number): string | null {
  if (!name || !isZone(name)) return null;
  return `UTC${formatOffset(zoneOf(name), atUs)}`;
}

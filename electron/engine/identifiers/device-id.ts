import { opaqueId } from './opaque-id.ts';

const UUID =
  /^(?:urn:uuid:)?\{?([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})\}?$/;

/** Comparison form of a device id; a UUID in any of its spellings is spelt with hyphens and without braces. */
export function deviceId(text: string): string | undefined {
  const form = opaqueId(text);
  const uuid = form === undefined ? null : UUID.exec(form);
  return uuid ? uuid.slice(1).join('-') : form;
}

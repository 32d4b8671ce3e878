import { valueAt } from './fields.ts';
import { isObject, type Json, type JsonObject } from './json-value.ts';

/** A span or a log record of OpenTelemetry, its attributes as plain values by name. */
export interface Telemetry {
  readonly kind: 'span' | 'log';
  readonly record: JsonObject;
  readonly attributes: JsonObject;
}

const GROUPS = ['resourceSpans', 'resource_spans', 'resourceLogs', 'resource_logs'];
const SCOPES = ['scopeSpans', 'scope_spans', 'instrumentationLibrarySpans', 'scopeLogs', 'scope_logs'];

export const isTelemetry = (record: JsonObject): boolean =>
  [...GROUPS, ...SCOPES].some((key) => Object.hasOwn(record, key)) || isFlat(record);

/** A span or log record on a line of its own, as some exporters write them. */
function isFlat(record: JsonObject): boolean {
  const attributes = own(record, 'attributes');
  const named = Array.isArray(attributes)
    ? attributes.some((entry) => isObject(entry) && isGenAi(own(entry, 'key')))
    : isObject(attributes) && Object.keys(attributes).some(isGenAi);
  return named || Object.keys(record).some(isGenAi) || isObject(own(record, 'gen_ai'));
}

export const isGenAi = (name: Json | undefined): boolean =>
  typeof name === 'string' && name.startsWith('gen_ai.');

/** Every span and log record of an OTLP document, or of a part of one. */
export function* telemetryOf(record: JsonObject): Generator<Telemetry> {
  const groups = listUnder(record, GROUPS);
  if (groups) {
    for (const group of groups) yield* telemetryOf(group);
    return;
  }
  const scopes = listUnder(record, SCOPES);
  if (!scopes) {
    yield telemetry('span', record, {});
    return;
  }
  const shared = plainAttributes(valueAt(record, 'resource.attributes'));
  for (const scope of scopes) {
    for (const span of listUnder(scope, ['spans']) ?? []) yield telemetry('span', span, shared);
    for (const log of listUnder(scope, ['logRecords', 'log_records', 'logs']) ?? [])
      yield telemetry('log', log, shared);
  }
}

function telemetry(kind: Telemetry['kind'], record: JsonObject, shared: JsonObject): Telemetry {
  const { attributes: given, ...rest } = record;
  const body = plainValue(own(record, 'body'));
  return {
    kind: kind === 'log' || Object.hasOwn(record, 'eventName') ? 'log' : kind,
    record: rest,
    attributes: { ...shared, ...(isObject(body) && body), ...plainAttributes(given) },
  };
}

/** Attributes as {name: value}, from OTLP's list of {key, value: {stringValue}} or from a plain object. */
function plainAttributes(value: Json | undefined): JsonObject {
  const out: JsonObject = {};
  const put = (name: string, plain: Json) => {
    if (name !== '__proto__') out[name] = plain;
  };
  if (isObject(value)) for (const name of Object.keys(value)) put(name, plainValue(value[name]));
  if (!Array.isArray(value)) return out;
  for (const entry of value) {
    if (isObject(entry) && typeof entry.key === 'string') put(entry.key, plainValue(own(entry, 'value')));
  }
  return out;
}

const SCALARS = ['stringValue', 'boolValue', 'bytesValue'];
const NUMBERS = ['intValue', 'doubleValue'];

/** The value of OTLP's AnyValue; other values stay as they are. */
function plainValue(value: Json | undefined): Json {
  if (!isObject(value)) return value ?? null;
  for (const key of SCALARS) if (Object.hasOwn(value, key)) return value[key];
  for (const key of NUMBERS) {
    if (!Object.hasOwn(value, key)) continue;
    const number = value[key];
    return number;
  }
  const list = own(value, 'arrayValue');
  if (isObject(list)) {
    const values = own(list, 'values');
    return Array.isArray(values) ? values.map(plainValue) : [];
  }
  const pairs = own(value, 'kvlistValue');
  return isObject(pairs) ? plainAttributes(own(pairs, 'values')) : value;
}

function listUnder(record: JsonObject, keys: readonly string[]): JsonObject[] | undefined {
  for (const key of keys) {
    const value = own(record, key);
    if (Array.isArray(value)) return value.filter(isObject);
    if (isObject(value)) return [value];
  }
  return undefined;
}

function own(record: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

import type { Published } from '../../published/published.ts';
import { markingsOf } from './markings.ts';
import { objectId, observableId, type StixObject, stixTime } from './stix-object.ts';

/** What all objects of one STIX bundle have in common. */
export interface StixFrame {
  readonly markings: readonly StixObject[];
  readonly exporter: StixObject;
  /** An observable, known by its contributing properties. */
  observable(
    type: string,
    contributing: Readonly<Record<string, unknown>>,
    further?: Readonly<Record<string, unknown>>,
  ): StixObject;
  /** Any other object. `of` is what it is of, in this case; it began with the case unless `createdUs` says otherwise. */
  object(
    type: string,
    of: readonly unknown[],
    properties: Readonly<Record<string, unknown>>,
    createdUs?: number,
  ): StixObject;
  idOf(type: string, of: readonly unknown[]): string;
}

export function stixFrame({ open, about }: Published): StixFrame {
  const { id: caseId, createdUs: begun } = open.info();
  const markings = markingsOf(about);
  const object_marking_refs = markings.map(({ id }) => id);
  // What a redacted bundle says of a thing is not another version of what a plain one says.
  const idOf: StixFrame['idOf'] = (type, of) =>
    objectId(type, [caseId, about.redaction?.keyId ?? null, ...of]);
  const exporterId = idOf('identity', [about.exportedBy]);
  const object: StixFrame['object'] = (type, of, properties, createdUs = begun) => ({
    type,
    spec_version: '2.1',
    id: idOf(type, of),
    ...(type === 'identity' ? {} : { created_by_ref: exporterId }),
    created: stixTime(Math.min(createdUs, about.exportedUs)),
    modified: stixTime(about.exportedUs),
    ...properties,
    object_marking_refs,
  });
  return {
    markings,
    exporter: object('identity', [about.exportedBy], {
      name: about.exportedBy,
      identity_class: 'individual',
    }),
    object,
    idOf,
    observable: (type, contributing, further = {}) => ({
      type,
      spec_version: '2.1',
      id: observableId(type, contributing),
      ...contributing,
      ...further,
      object_marking_refs,
    }),
  };
}

import type { StixObject } from './stix-object.ts';

/** What an application must not say of anybody by itself. */
const ALLEGATIONS: ReadonlySet<string> = new Set(['threat-actor', 'campaign', 'intrusion-set', 'incident']);

/**
 * What the published schemas of STIX cannot see: ids that are not unique, references to nothing, objects without a
 * marking, times that run backwards, and allegations. A sentence each; none where all is well.
 */
export function stixFaults(objects: readonly StixObject[]): string[] {
  const faults: string[] = [];
  const ids = new Set<string>();
  for (const { id, type } of objects) {
    if (ids.has(id)) faults.push(`${id} is there twice`);
    ids.add(id);
    if (!id.startsWith(`${type}--`)) faults.push(`${id} is no id of a ${type}`);
  }
  for (const object of objects) {
    for (const reference of referencesOf(object))
      if (!ids.has(reference)) faults.push(`${object.id} names ${reference}, which is not there`);
    if (ALLEGATIONS.has(object.type)) faults.push(`${object.id} alleges what nobody found`);
    if (object.type === 'marking-definition') continue;
    const markings = object.object_marking_refs;
    if (!Array.isArray(markings) || markings.length === 0) faults.push(`${object.id} has no marking`);
    for (const [first, last] of [
      ['created', 'modified'],
      ['first_observed', 'last_observed'],
    ])
      if (String(object[first] ?? '') > String(object[last] ?? object[first] ?? ''))
        faults.push(`${object.id} is ${last} before it is ${first}`);
  }
  return faults;
}

function referencesOf(object: StixObject): string[] {
  return Object.entries(object).flatMap(([name, value]) => {
    if (name.endsWith('_refs') && Array.isArray(value)) return value.map(String);
    return name.endsWith('_ref') ? [String(value)] : [];
  });
}

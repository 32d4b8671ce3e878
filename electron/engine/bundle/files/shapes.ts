import type { z } from 'zod';
import { annotationShape } from './casework/annotations-ndjson.ts';
import { caseShape } from './casework/case-json.ts';
import { findingsShape } from './casework/findings-json.ts';
import { groupsShape } from './casework/groups-json.ts';
import { hypothesesShape } from './casework/hypotheses-json.ts';
import { accountShape } from './entities/accounts-files.ts';
import { identifierShape } from './entities/identifiers-files.ts';
import { exhibitShape } from './exhibits/exhibit-files.ts';
import { linkShape } from './links/links-files.ts';
import { operatorsShape } from './links/operators-json.ts';
import { mappingShape } from './provenance/sources-files.ts';
import { accountSignalsShape, signalsShape } from './signals/signals-files.ts';

/** The shape of each JSON file by its path, of an NDJSON file that of a line. A `*` stands for any one name. */
export const SHAPES: Readonly<Record<string, z.ZodType>> = {
  'data/annotations.ndjson': annotationShape,
  'data/case.json': caseShape,
  'data/entities/accounts.ndjson': accountShape,
  'data/entities/identifiers.ndjson': identifierShape,
  'data/exhibits/*.json': exhibitShape,
  'data/findings.json': findingsShape,
  'data/groups.json': groupsShape,
  'data/hypotheses.json': hypothesesShape,
  'data/links/links.ndjson': linkShape,
  'data/operators.json': operatorsShape,
  'data/provenance/mappings/*.json': mappingShape,
  'data/signals/signals.json': signalsShape,
  'data/signals/signals.ndjson': accountSignalsShape,
};

/** undefined for a file that has none. */
export function shapeOf(path: string): z.ZodType | undefined {
  const names = [path, path.replace(/[^/]+(?=\.json$)/, '*')];
  const known = names.find((name) => Object.hasOwn(SHAPES, name));
  return known === undefined ? undefined : SHAPES[known];
}

/** Where the JSON Schema of a shape stands: `data/schema/` and the shape's path without its folder `data/`. */
export function schemaPath(path: string): string {
  const name = path.slice('data/'.length).replace('/*', '').replaceAll('/', '-');
  return `data/schema/${name.replace(/\.(nd)?json$/, '')}${name.endsWith('.ndjson') ? '-line' : ''}.json`;
}

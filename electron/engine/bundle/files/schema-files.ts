import { z } from 'zod';
import { json } from '../json-text.ts';
import type { FilesOf } from '../published/published.ts';
import { SHAPES, schemaPath } from './shapes.ts';

/** `data/schema/`: a JSON Schema (2020-12) of each JSON file; of an NDJSON file, of a line of it. */
export const schemaFiles: FilesOf = async () =>
  Object.entries(SHAPES).map(([path, shape]) => {
    const { $schema, ...rest } = z.toJSONSchema(shape, { target: 'draft-2020-12' });
    const of = path.endsWith('.ndjson') ? `A line of ${path}` : path;
    return { path: schemaPath(path), content: json({ $schema, title: of, ...rest }) };
  });

import { basename } from 'node:path';
import {
  detectSource,
  exportRejects,
  importSource,
  listFolder,
  listRejects,
  listSources,
  previewSource,
  removeSource,
} from '../../../shared/contract/imports.ts';
import { markImported } from '../cohorts/decide.ts';
import { handle } from '../handle.ts';
import { detectSource as detect } from './detect.ts';
import { exportRejects as writeRejects } from './export-rejects.ts';
import { importFile } from './import-file.ts';
import { logFiles } from './log-files.ts';
import { previewSource as preview } from './preview.ts';
import { removeSource as remove } from './remove-source.ts';
import { listRejects as rejects, listSources as sources } from './sources.ts';

export const handlers = [
  handle(detectSource, (context, { grant, ...choices }) =>
    detect(context.case.db, context.path(grant), choices),
  ),
  handle(previewSource, (context, { grant, mapping }) => preview(context.path(grant), mapping)),
  handle(importSource, async (context, { grant, mapping, reference }, job) => {
    const result = await importFile(context.case, context.path(grant), mapping, job);
    return reference ? markImported(context.case, result) : result;
  }),
  handle(removeSource, (context, { sha256 }, job) => remove(context.case, sha256, job)),
  handle(listFolder, async (context, { grant }) => {
    const files = await logFiles(context.path(grant));
    return files.map((path) => ({ grant: context.grantBelow(grant, path), name: basename(path) }));
  }),
  handle(exportRejects, (context, { sha256, grant }, job) =>
    writeRejects(context.case, sha256, context.path(grant), job),
  ),
  handle(listSources, ({ case: { db } }) => sources(db)),
  handle(listRejects, ({ case: { db } }, { sha256, limit }) => rejects(db, sha256, limit)),
];

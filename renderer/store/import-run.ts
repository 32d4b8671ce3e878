import type { Grant } from '../../shared/bridge.ts';
import { detectSource, importSource, type Mapping } from '../../shared/contract/imports.ts';
import { engine } from '../engine.ts';
import { isCancelled } from '../ui/message-of.ts';
import { changeItem, choicesOf, type ImportItem, isPaused, useImports } from './import-queue.ts';
import { isOfForm, proposal } from './imports.ts';
import { runJob } from './jobs.ts';
import { dataChanged, notesChanged } from './session.ts';

export const CANCEL_EFFECT = 'Cancelling keeps nothing of this file; files imported before stay.';

/** Title of the job that imports a file, by which its view finds it. */
export const importTitle = ({ name }: Grant): string => `Importing ${name}`;

/** Files that wait with the columns and dialect of this one, so that one mapping may serve all. */
export function alikeFiles(items: readonly ImportItem[], item: ImportItem): readonly ImportItem[] {
  const schema = schemaOf(item);
  return items.filter((other) => other !== item && other.stage === 'mapping' && schemaOf(other) === schema);
}

function schemaOf({ detection, choices }: ImportItem): string {
  if (!detection) return '';
  const { columns, kind, mapping } = detection;
  const { delimiter, encoding, preset } = mapping;
  return JSON.stringify([
    columns.map(({ name }) => name).sort(),
    kind,
    delimiter,
    encoding,
    preset,
    choices.encoding,
  ]);
}

/** Imports a file, and then others under the same mapping; stops where one fails, is cancelled or does not fit it. */
export async function runImports(item: ImportItem, others: readonly ImportItem[]): Promise<void> {
  if (!(await runImport(item))) return;
  const { mapping, reference } = item;
  if (!mapping) return;
  for (const { file } of others) {
    if (isPaused()) {
      waitWith(file, mapping, reference);
      continue;
    }
    const { items } = useImports.getState();
    const at = items.findIndex((one) => one.file.grant === file.grant);
    // The case may have been closed meanwhile.
    if (at < 0) return;
    useImports.setState({ at });
    if (!(await fits(items[at], mapping))) return;
    changeItem(file.grant, { mapping, reference, zoneConfirmed: true, formConfirmed: true });
    if (!(await runImport({ ...items[at], mapping, reference }))) return;
  }
}

/** Has a file wait with the mapping of the one before it. */
function waitWith({ grant }: Grant, mapping: Mapping, reference: boolean | undefined): void {
  const choices = { ...choicesOf(grant), timestamp: mapping.columns.timestamp };
  changeItem(grant, { mapping, reference, choices, zoneConfirmed: true, formConfirmed: true });
}

/** Whether the times of a file are of the mapping's form; if not, the file is shown with a note. */
async function fits({ file, choices }: ImportItem, mapping: Mapping): Promise<boolean> {
  const { timestamp } = mapping.columns;
  if (timestamp === undefined) return true;
  try {
    const { timeFormat: _, ...said } = choices;
    const found = await engine.call(detectSource, { grant: file.grant, ...said, timestamp });
    if (isOfForm(found, mapping)) return true;
    const note =
      'The times of this file are of another form than those of the file before. Nothing of it was imported.';
    changeItem(file.grant, { stage: 'mapping', note, ...proposal(found) });
  } catch (error) {
    changeItem(file.grant, { stage: 'failed', error });
  }
  return false;
}

/** Whether the file was imported; else it failed, or a person cancelled it. */
async function runImport(item: ImportItem): Promise<boolean> {
  const { file, mapping, reference } = item;
  if (!mapping) return false;
  changeItem(file.grant, { stage: 'running', note: undefined });
  try {
    const args = { grant: file.grant, mapping, ...(reference && { reference }) };
    const result = await runJob(importTitle(file), CANCEL_EFFECT, importSource, args);
    changeItem(file.grant, { stage: 'done', result });
  } catch (error) {
    if (isCancelled(error)) {
      changeItem(file.grant, {
        stage: 'mapping',
        note: 'The import was cancelled. Nothing of this file was kept.',
      });
    } else {
      changeItem(file.grant, { stage: 'failed', error });
    }
    return false;
  }
  await dataChanged();
  // A mark is an act of its own, which can be undone.
  if (reference) await notesChanged();
  return true;
}

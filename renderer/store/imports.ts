import { create } from 'zustand';
import type { Grant } from '../../shared/bridge.ts';
import type { Call } from '../../shared/contract/define.ts';
import {
  type Detection,
  detectSource,
  type ImportResult,
  importSource,
  listFolder,
  type Mapping,
  type TableKind,
  type TimeFormat,
} from '../../shared/contract/imports.ts';
import { engine } from '../engine.ts';
import { isCancelled, messageOf } from '../ui/message-of.ts';
import { runJob } from './jobs.ts';
import { dataChanged, notesChanged, useSession, whenCaseGoes } from './session.ts';
import { say } from './status.ts';
import { goTo } from './views.ts';

type ArgsOf<C> = C extends Call<infer Args, unknown> ? Args : never;
export type Choices = Omit<ArgsOf<typeof detectSource>, 'grant'>;

/** One file on its way in. What a person chose for it is kept while other views are looked at. */
export interface ImportItem {
  readonly file: Grant;
  readonly stage: 'detecting' | 'mapping' | 'running' | 'done' | 'skipped' | 'failed';
  readonly detection?: Detection;
  readonly mapping?: Mapping;
  /** A person has said that the zone shown is the zone of the file's times. */
  readonly zoneConfirmed: boolean;
  /** A person has said that the form of time shown is the right one. */
  readonly formConfirmed: boolean;
  /** What a person has said of the file, under which it is looked at again. */
  readonly choices: Choices;
  /** A person has said that its accounts are benign reference. */
  readonly reference?: boolean;
  readonly result?: ImportResult;
  readonly error?: unknown;
  /** What became of a run that was cancelled. */
  readonly note?: string;
}

export const CANCEL_EFFECT = 'Cancelling keeps nothing of this file; files imported before stay.';

/** Title of the job that imports a file, by which its view finds it. */
export const importTitle = ({ name }: Grant): string => `Importing ${name}`;

/** Files one after another; `at` is the one on screen. */
export const useImports = create<{ items: readonly ImportItem[]; at: number }>(() => ({ items: [], at: 0 }));

// A queue belongs to the case that was open when it was made.
whenCaseGoes(() => useImports.setState({ items: [], at: 0 }));

/** Puts files, and those in folders, in the queue and shows the first that waits. */
export async function beginImport(chosen: readonly Grant[]): Promise<void> {
  const lists = await Promise.all(chosen.map(filesOf));
  const { items } = useImports.getState();
  // A file that waits already does not wait twice.
  const files = lists
    .flat()
    .filter(({ grant }) => !items.some((item) => item.file.grant === grant && isOpen(item)));
  if (files.length === 0) return;
  const added = files.map(
    (file): ImportItem => ({
      file,
      stage: 'detecting',
      zoneConfirmed: false,
      formConfirmed: false,
      choices: {},
    }),
  );
  useImports.setState(({ items: before, at }) => {
    if (!before.some(isOpen)) return { items: added, at: 0 };
    const kept = before.filter(({ file }) => !files.some(({ grant }) => grant === file.grant));
    return { items: [...kept, ...added], at: Math.max(0, kept.indexOf(before[at])) };
  });
  goTo({ name: 'import' });
  // One after another, so that a folder of many files does not make the first wait.
  for (const file of files) await detect(file);
}

const isOpen = ({ stage }: ImportItem) => stage === 'mapping' || stage === 'detecting' || stage === 'running';

async function filesOf(chosen: Grant): Promise<readonly Grant[]> {
  if (!chosen.isFolder) return [chosen];
  try {
    return await engine.call(listFolder, { grant: chosen.grant });
  } catch (error) {
    say(messageOf(error));
    return [];
  }
}

export async function pickLogs(): Promise<void> {
  await beginImport(await window.stillwatch.pick('open-logs'));
}

export async function pickLogFolder(): Promise<void> {
  await beginImport(await window.stillwatch.pick('open-log-folder'));
}

/** Shows the next file of the queue. */
export function nextImport(): void {
  useImports.setState(({ items, at }) => ({ at: Math.min(at + 1, items.length - 1) }));
}

export function skipImport(grant: string): void {
  change(grant, { stage: 'skipped' });
}

export function setMapping(grant: string, mapping: Mapping): void {
  change(grant, { mapping, note: undefined });
}

/** Says whether what the file holds is benign reference. */
export function chooseReference(grant: string, reference: boolean): void {
  change(grant, { reference });
}

export function confirmZone(grant: string, confirmed: boolean): void {
  change(grant, { zoneConfirmed: confirmed });
}

/** Proposes anew how to read the file, as holding what a person says it holds. */
export function chooseKind(file: Grant, kind: TableKind): Promise<void> {
  return choose(file, { kind });
}

/** Proposes anew how to read the file, with something about it said by a person. */
export function choose(file: Grant, said: Choices): Promise<void> {
  // Another kind, encoding or delimiter gives other columns.
  const { timestamp: _, timeFormat: __, ...before } = choicesOf(file.grant);
  change(file.grant, { choices: { ...before, ...said } });
  return propose(file);
}

/** Has another column looked at as that of the times; everything else stays as it was chosen. */
export function chooseTimeColumn(file: Grant, mapping: Mapping): Promise<void> {
  const { timeFormat: _, ...before } = choicesOf(file.grant);
  const { timestamp } = mapping.columns;
  setMapping(file.grant, mapping);
  return timestamp === undefined ? Promise.resolve() : chooseTimes(file, { ...before, timestamp });
}

/** Has the times read in the form that a person says; whether they carry zones then is found out anew. */
export function chooseTimeFormat(file: Grant, timeFormat: TimeFormat): Promise<void> {
  const mapping = itemOf(file.grant)?.mapping;
  if (!mapping) return Promise.resolve();
  const { timestamp } = mapping.columns;
  change(file.grant, { mapping: { ...mapping, timeFormat }, formConfirmed: true });
  return chooseTimes(file, { ...choicesOf(file.grant), timestamp, timeFormat });
}

async function chooseTimes(file: Grant, choices: Choices): Promise<void> {
  change(file.grant, { choices });
  try {
    const detection = await engine.call(detectSource, { grant: file.grant, ...choices });
    const item = itemOf(file.grant);
    if (item?.mapping === undefined || item.choices !== choices) return;
    const { timeFormat } = detection.mapping;
    // What a person said of the zone meanwhile, or before, stands where a zone is still needed.
    const zoneStays = detection.zoneNeeded && item.detection?.zoneNeeded === true;
    const timeZone = zoneStays ? item.mapping.timeZone : proposedZone(detection);
    const zoneConfirmed = zoneStays ? item.zoneConfirmed : !detection.zoneNeeded;
    const mapping = { ...item.mapping, timeFormat, timeZone };
    // The choice stays on screen once it is made.
    const timeChoices = choices.timeFormat ? (item.detection?.timeChoices ?? []) : detection.timeChoices;
    const formConfirmed = choices.timeFormat !== undefined || timeChoices.length === 0;
    change(file.grant, { detection: { ...detection, timeChoices }, mapping, zoneConfirmed, formConfirmed });
  } catch (error) {
    change(file.grant, { stage: 'failed', error });
  }
}

export function detect(file: Grant): Promise<void> {
  change(file.grant, { stage: 'detecting', error: undefined });
  return propose(file);
}

async function propose(file: Grant): Promise<void> {
  try {
    const detection = await engine.call(detectSource, { grant: file.grant, ...choicesOf(file.grant) });
    change(file.grant, { stage: 'mapping', error: undefined, ...proposal(detection) });
  } catch (error) {
    change(file.grant, { stage: 'failed', error });
  }
}

/** What detection leaves open counts once a person has confirmed it. */
function proposal(detection: Detection) {
  return {
    detection,
    mapping: { ...detection.mapping, timeZone: proposedZone(detection) },
    zoneConfirmed: !detection.zoneNeeded,
    formConfirmed: detection.timeChoices.length === 0,
  };
}

/** The zone of the case stands in the field as a proposal. */
function proposedZone({ zoneNeeded, mapping }: Detection): string | null {
  return zoneNeeded ? (mapping.timeZone ?? useSession.getState().case?.timeZone ?? 'UTC') : mapping.timeZone;
}

const itemOf = (grant: string) => useImports.getState().items.find((item) => item.file.grant === grant);
const choicesOf = (grant: string): Choices => itemOf(grant)?.choices ?? {};

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
    const { items } = useImports.getState();
    const at = items.findIndex((one) => one.file.grant === file.grant);
    // The case may have been closed meanwhile.
    if (at < 0) return;
    useImports.setState({ at });
    if (!(await fits(items[at], mapping))) return;
    change(file.grant, { mapping, reference, zoneConfirmed: true, formConfirmed: true });
    if (!(await runImport({ ...items[at], mapping, reference }))) return;
  }
}

/** Whether the times of a file are of the mapping's form; if not, the file is shown with a note. */
async function fits({ file, choices }: ImportItem, mapping: Mapping): Promise<boolean> {
  const { timestamp } = mapping.columns;
  if (timestamp === undefined) return true;
  try {
    const { timeFormat: _, ...said } = choices;
    const found = await engine.call(detectSource, { grant: file.grant, ...said, timestamp });
    const sameForm =
      found.mapping.timeFormat === mapping.timeFormat || found.timeChoices.includes(mapping.timeFormat);
    if (sameForm && !(found.zoneNeeded && mapping.timeZone === null)) return true;
    const note =
      'The times of this file are of another form than those of the file before. Nothing of it was imported.';
    change(file.grant, { stage: 'mapping', note, ...proposal(found) });
  } catch (error) {
    change(file.grant, { stage: 'failed', error });
  }
  return false;
}

/** Whether the file was imported; else it failed, or a person cancelled it. */
async function runImport(item: ImportItem): Promise<boolean> {
  const { file, mapping, reference } = item;
  if (!mapping) return false;
  change(file.grant, { stage: 'running', note: undefined });
  try {
    const args = { grant: file.grant, mapping, ...(reference && { reference }) };
    const result = await runJob(importTitle(file), CANCEL_EFFECT, importSource, args);
    change(file.grant, { stage: 'done', result });
  } catch (error) {
    if (isCancelled(error)) {
      change(file.grant, {
        stage: 'mapping',
        note: 'The import was cancelled. Nothing of this file was kept.',
      });
    } else {
      change(file.grant, { stage: 'failed', error });
    }
    return false;
  }
  await dataChanged();
  // A mark is an act of its own, which can be undone.
  if (reference) await notesChanged();
  return true;
}

function change(grant: string, by: Partial<ImportItem>): void {
  useImports.setState(({ items }) => ({
    items: items.map((item) => (item.file.grant === grant ? { ...item, ...by } : item)),
  }));
}

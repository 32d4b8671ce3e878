import type { Grant } from '../../shared/bridge.ts';
import {
  type Detection,
  detectSource,
  listFolder,
  type Mapping,
  type TableKind,
  type TimeFormat,
} from '../../shared/contract/imports.ts';
import { engine } from '../engine.ts';
import { messageOf } from '../ui/message-of.ts';
import {
  type Choices,
  changeItem,
  choicesOf,
  type ImportItem,
  isOpen,
  isPaused,
  itemOf,
  resumeQueue,
  setMapping,
  useImports,
} from './import-queue.ts';
import { useSession } from './session.ts';
import { say } from './status.ts';
import { goTo } from './views.ts';

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

/** Proposes anew how to read the file, as holding what a person says it holds. */
export function chooseKind(file: Grant, kind: TableKind): Promise<void> {
  return choose(file, { kind });
}

/** Proposes anew how to read the file, with something about it said by a person. */
export function choose(file: Grant, said: Choices): Promise<void> {
  // Another kind, encoding or delimiter gives other columns.
  const { timestamp: _, timeFormat: __, ...before } = choicesOf(file.grant);
  changeItem(file.grant, { choices: { ...before, ...said } });
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
  changeItem(file.grant, { mapping: { ...mapping, timeFormat }, formConfirmed: true });
  return chooseTimes(file, { ...choicesOf(file.grant), timestamp, timeFormat });
}

async function chooseTimes(file: Grant, choices: Choices): Promise<void> {
  changeItem(file.grant, { choices });
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
    changeItem(file.grant, {
      detection: { ...detection, timeChoices },
      mapping,
      zoneConfirmed,
      formConfirmed,
    });
  } catch (error) {
    changeItem(file.grant, { stage: 'failed', error });
  }
}

export function detect(file: Grant): Promise<void> {
  changeItem(file.grant, { stage: 'detecting', error: undefined });
  return propose(file);
}

async function propose(file: Grant): Promise<void> {
  if (isPaused()) return;
  try {
    const detection = await engine.call(detectSource, { grant: file.grant, ...choicesOf(file.grant) });
    changeItem(file.grant, { stage: 'mapping', error: undefined, ...proposal(detection) });
  } catch (error) {
    if (!isPaused()) changeItem(file.grant, { stage: 'failed', error });
  }
}

/** What detection leaves open counts once a person has confirmed it. */
export function proposal(detection: Detection) {
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

/** Whether the times of a file are of the form that a mapping says. */
export function isOfForm({ mapping: found, timeChoices, zoneNeeded }: Detection, mapping: Mapping): boolean {
  const sameForm = found.timeFormat === mapping.timeFormat || timeChoices.includes(mapping.timeFormat);
  return sameForm && !(zoneNeeded && mapping.timeZone === null);
}

/** Goes on with the queue of a case that is open again: files that wait are looked at again, and wait as they did. */
export async function resumeImports(): Promise<void> {
  resumeQueue();
  for (const { file, mapping, zoneConfirmed, formConfirmed } of useImports.getState().items) {
    await detect(file);
    const found = itemOf(file.grant)?.detection;
    if (found && mapping && isOfForm(found, mapping))
      changeItem(file.grant, { mapping, zoneConfirmed, formConfirmed });
  }
}

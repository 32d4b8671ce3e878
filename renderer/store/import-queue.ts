import { create } from 'zustand';
import type { Grant } from '../../shared/bridge.ts';
import type { Call } from '../../shared/contract/define.ts';
import type { Detection, detectSource, ImportResult, Mapping } from '../../shared/contract/imports.ts';
import { whenCaseGoes, whenCaseLeft } from './session.ts';

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

/** Files one after another; `at` is the one on screen. */
export const useImports = create<{ items: readonly ImportItem[]; at: number }>(() => ({ items: [], at: 0 }));

/** The case is being locked or is: no further file is looked at or imported. */
let paused = false;

// A queue belongs to the case that was open when it was made.
whenCaseLeft(() => {
  paused = false;
  useImports.setState({ items: [], at: 0 });
});
// Behind a lock wait the files alone, with what a person said of them: nothing of what was read in them.
whenCaseGoes(() =>
  useImports.setState(({ items }) => ({
    items: items
      .filter(({ stage }) => stage === 'detecting' || stage === 'mapping' || stage === 'failed')
      .map((item): ImportItem => ({ ...item, stage: 'detecting', detection: undefined, error: undefined })),
    at: 0,
  })),
);

/** Stops the queue after the file that is under way, whose case is about to be closed. */
export function pauseQueue(): void {
  paused = true;
}

/** The case is open again. */
export function resumeQueue(): void {
  paused = false;
}

export const isPaused = (): boolean => paused;

/** It waits or is under way. */
export const isOpen = ({ stage }: ImportItem) =>
  stage === 'mapping' || stage === 'detecting' || stage === 'running';

/** Shows the next file of the queue. */
export function nextImport(): void {
  useImports.setState(({ items, at }) => ({ at: Math.min(at + 1, items.length - 1) }));
}

export function skipImport(grant: string): void {
  changeItem(grant, { stage: 'skipped' });
}

export function setMapping(grant: string, mapping: Mapping): void {
  changeItem(grant, { mapping, note: undefined });
}

/** Says whether what the file holds is benign reference. */
export function chooseReference(grant: string, reference: boolean): void {
  changeItem(grant, { reference });
}

export function confirmZone(grant: string, confirmed: boolean): void {
  changeItem(grant, { zoneConfirmed: confirmed });
}

export const itemOf = (grant: string) =>
  useImports.getState().items.find((item) => item.file.grant === grant);
export const choicesOf = (grant: string): Choices => itemOf(grant)?.choices ?? {};

/** Changes what is known of a file that is in the queue. */
export function changeItem(grant: string, by: Partial<ImportItem>): void {
  useImports.setState(({ items }) => ({
    items: items.map((item) => (item.file.grant === grant ? { ...item, ...by } : item)),
  }));
}

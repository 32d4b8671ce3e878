import { create } from 'zustand';
import type { Grant } from '../../../shared/bridge.ts';
import { type BundleChoice, type ExportedBundle, exportBundle } from '../../../shared/contract/bundles.ts';
import { useDialogs } from '../../store/dialogs.ts';
import { runJob } from '../../store/jobs.ts';
import { refreshCase, useSession, whenCaseGoes } from '../../store/session.ts';
import { say } from '../../store/status.ts';
import { isCancelled } from '../../ui/message-of.ts';
import { type Signing, secretOf } from './signing-model.ts';

/** How far an export is: it goes on when its dialog is closed, and is found again when that is opened. */
export type ExportStage =
  /** `failure` of the export before, or null. */
  | { readonly name: 'choosing'; readonly note: string; readonly failure: unknown }
  /** `title` of the job. */
  | { readonly name: 'running'; readonly title: string }
  | { readonly name: 'done'; readonly file: Grant; readonly bundle: ExportedBundle };

export const CHOOSING: ExportStage = { name: 'choosing', note: '', failure: null };

export const useExport = create<{ stage: ExportStage }>(() => ({ stage: CHOOSING }));

// What was exported of one case says nothing of the next.
whenCaseGoes(() => useExport.setState({ stage: CHOOSING }));

/** Writes the bundle, which is verified before it takes its name; what comes of it stands in the store. */
export async function runExport(file: Grant, choice: BundleChoice, signing: Signing): Promise<void> {
  const ofCase = useSession.getState().case?.id;
  const put = (stage: ExportStage, told: string) => {
    if (useSession.getState().case?.id !== ofCase) return;
    useExport.setState({ stage });
    if (told !== '' && useDialogs.getState().open?.name !== 'export') say(told);
  };
  const title = `Exporting ${file.name}`;
  put({ name: 'running', title }, '');
  try {
    const bundle = await runJob(
      title,
      'The unfinished bundle is removed; the case is not affected.',
      exportBundle,
      { grant: file.grant, choice, sign: await secretOf(signing) },
    );
    put({ name: 'done', file, bundle }, `The bundle ${file.name} was written.`);
  } catch (failure) {
    const note = isCancelled(failure) ? 'The export was cancelled; no bundle was kept.' : '';
    put(
      { name: 'choosing', note, failure: note === '' ? failure : null },
      note || `The bundle ${file.name} was not written. Export again to see why.`,
    );
    return;
  }
  if (useSession.getState().case?.id === ofCase) await refreshCase();
}

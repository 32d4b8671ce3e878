import { join } from 'node:path';
import { app, type BrowserWindow, dialog, type FileFilter } from 'electron';
import type { PickPurpose } from '../shared/bridge.ts';
import { safeFileName, withExtension } from './file-name.ts';
import { fileSize } from './recent.ts';

interface OpenPlan {
  readonly kind: 'open';
  readonly title: string;
  readonly filter: FileFilter;
  readonly several: boolean;
  readonly folder?: true;
}

interface SavePlan {
  readonly kind: 'save';
  readonly title: string;
  readonly filter: FileFilter;
  readonly extension: string;
  readonly fallbackName: string;
}

const CASES: FileFilter = { name: 'Stillwatch cases', extensions: ['swcase'] };
const BUNDLES: FileFilter = { name: 'Case bundles', extensions: ['zip'] };
const PACKAGES: FileFilter = { name: 'Packages to test overlap', extensions: ['json'] };
const LOGS: FileFilter = {
  name: 'Usage logs',
  extensions: [
    'csv',
    'tsv',
    'txt',
    'log',
    'json',
    'jsonl',
    'ndjson',
    'gz',
    'zst',
    'zip',
    'parquet',
    'sqlite',
    'db',
  ],
};
const ALL_FILES: FileFilter = { name: 'All files', extensions: ['*'] };

const PLANS: Readonly<Record<PickPurpose, OpenPlan | SavePlan>> = {
  'open-case': { kind: 'open', title: 'Open a case', filter: CASES, several: false },
  'open-copy': { kind: 'open', title: 'Merge another copy of this case', filter: CASES, several: false },
  'open-logs': { kind: 'open', title: 'Import usage logs', filter: LOGS, several: true },
  'open-log-folder': {
    kind: 'open',
    title: 'Import the usage logs in a folder',
    filter: LOGS,
    several: false,
    folder: true,
  },
  'open-bundle': { kind: 'open', title: 'Verify a case bundle', filter: BUNDLES, several: false },
  'new-case': {
    kind: 'save',
    title: 'New case',
    filter: CASES,
    extension: '.swcase',
    fallbackName: 'New case',
  },
  'save-backup': {
    kind: 'save',
    title: 'Back up the case',
    filter: CASES,
    extension: '.swcase',
    fallbackName: 'Backup',
  },
  'save-bundle': {
    kind: 'save',
    title: 'Export a case bundle',
    filter: BUNDLES,
    extension: '.zip',
    fallbackName: 'Case bundle',
  },
  'open-overlap': { kind: 'open', title: 'Test a package for overlap', filter: PACKAGES, several: false },
  'save-overlap': {
    kind: 'save',
    title: 'Make a package to test overlap',
    filter: PACKAGES,
    extension: '.json',
    fallbackName: 'Overlap',
  },
  'save-rejects-csv': {
    kind: 'save',
    title: 'Save the rows that were not stored',
    filter: { name: 'Rows as CSV', extensions: ['csv'] },
    extension: '.csv',
    fallbackName: 'rejects',
  },
  'save-rejects-ndjson': {
    kind: 'save',
    title: 'Save the rows that were not stored',
    filter: { name: 'Rows as NDJSON', extensions: ['ndjson'] },
    extension: '.ndjson',
    fallbackName: 'rejects',
  },
  'save-picture-svg': {
    kind: 'save',
    title: 'Save the picture',
    filter: { name: 'Pictures as SVG', extensions: ['svg'] },
    extension: '.svg',
    fallbackName: 'picture',
  },
  'save-picture-png': {
    kind: 'save',
    title: 'Save the picture',
    filter: { name: 'Pictures as PNG', extensions: ['png'] },
    extension: '.png',
    fallbackName: 'picture',
  },
};

/** Shows the system's dialog for a purpose; the absolute paths chosen, empty when the person cancels. */
export async function pickPaths(
  window: BrowserWindow,
  purpose: PickPurpose,
  suggestedName: string | undefined,
): Promise<readonly string[]> {
  const plan = PLANS[purpose];
  return plan.kind === 'open' ? pickToOpen(window, plan) : pickToSave(window, plan, suggestedName);
}

async function pickToOpen(window: BrowserWindow, plan: OpenPlan): Promise<readonly string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: plan.title,
    filters: [plan.filter, ALL_FILES],
    properties: plan.folder
      ? ['openDirectory', 'dontAddToRecent']
      : plan.several
        ? ['openFile', 'multiSelections', 'dontAddToRecent']
        : ['openFile', 'dontAddToRecent'],
  });
  return canceled ? [] : filePaths;
}

async function pickToSave(
  window: BrowserWindow,
  plan: SavePlan,
  suggestedName: string | undefined,
): Promise<readonly string[]> {
  const name = withExtension(safeFileName(suggestedName ?? '', plan.fallbackName), plan.extension);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: plan.title,
    defaultPath: join(app.getPath('documents'), name),
    filters: [plan.filter],
    properties: ['showOverwriteConfirmation', 'dontAddToRecent'],
  });
  if (canceled || filePath === '') return [];
  const path = withExtension(filePath, plan.extension);
  // The dialog asked about the name as typed; with the extension added it may be another, existing file.
  if (path !== filePath && (await fileSize(path)) !== undefined && !(await confirmReplace(window, path)))
    return [];
  return [path];
}

async function confirmReplace(window: BrowserWindow, path: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: `${path} already exists.`,
    detail: 'Replacing it removes what it holds now.',
    buttons: ['Replace', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  });
  return response === 0;
}

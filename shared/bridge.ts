/**
 * What the preload script puts on `window.stillwatch`: functions named by intent, no channel names, no event
 * objects. Everything else the page needs comes from the engine over the message port.
 */
export interface Grant {
  /** UUID under which the engine knows the file. */
  readonly grant: string;
  /** File name without folder, for display. */
  readonly name: string;
  /** It is a folder; absent for files. */
  readonly isFolder?: true;
}

export interface RecentCase extends Grant {
  /** Folder of the file, for display. */
  readonly folder: string;
  readonly sizeBytes: number;
  readonly openedUs: number;
  /** The file is no longer where it was. */
  readonly missing: boolean;
}

export const PICK_PURPOSES = [
  'open-case',
  'open-copy',
  'new-case',
  'save-backup',
  'open-logs',
  'open-log-folder',
  'save-bundle',
  'open-bundle',
  'save-overlap',
  'open-overlap',
  'save-rejects-csv',
  'save-rejects-ndjson',
  'save-picture-svg',
  'save-picture-png',
] as const;
export type PickPurpose = (typeof PICK_PURPOSES)[number];

export interface AppInfo {
  readonly version: string;
  readonly electron: string;
  readonly platform: string;
  /** Name of the person at the system's account, proposed as author. */
  readonly userName: string;
  /** A sentence when the runtime is one for development only; else null. */
  readonly runtimeNotice: string | null;
}

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** How tall rows are: 28 or 22 CSS pixels. */
export const DENSITIES = ['comfortable', 'compact'] as const;
export type Density = (typeof DENSITIES)[number];

/** The parts of the window that can be hidden and resized, beside the centre. */
export const PANELS = ['rail', 'detail', 'drawer'] as const;
export type Panel = (typeof PANELS)[number];

/** How a person arranged the window, whatever the case. */
export interface Layout {
  readonly density: Density;
  /** Width of the panels at the sides and height of the drawer, in CSS pixels. */
  readonly panels: Readonly<Record<Panel, { readonly px: number; readonly shown: boolean }>>;
  /** Columns of the table of accounts that are shown, in order; null for those it shows by itself. */
  readonly accountColumns: readonly string[] | null;
  /** The same for the list of operators. */
  readonly operatorColumns: readonly string[] | null;
}

export const DEFAULT_LAYOUT: Layout = {
  density: 'comfortable',
  panels: {
    rail: { px: 136, shown: true },
    detail: { px: 264, shown: true },
    drawer: { px: 260, shown: false },
  },
  accountColumns: null,
  operatorColumns: null,
};

/** Whether the keychain of the system can keep a secret; `reason` says why not. */
export interface KeychainState {
  readonly usable: boolean;
  readonly reason: string | null;
}
/** What a secret in the keychain opens: the signing key, or the key of the case with this id. */
export type SecretName = 'signing' | `case-${string}`;

/** Minutes without input after which an open case is locked; null for never. */
export const LOCK_MINUTES = [5, 10, 15, 30, 60, null] as const;
export type LockMinutes = (typeof LOCK_MINUTES)[number];
export const DEFAULT_LOCK_MINUTES: LockMinutes = 15;

/** What of the computer asks for the case to be locked: it goes to sleep, or its screen is locked. */
export type PowerEvent = 'suspend' | 'screen';

export type EngineState = 'starting' | 'running' | 'restarting' | 'stopped';

export interface Bridge {
  /** Asks the main process for a port to the engine; it arrives as a window message (see renderer/engine.ts). */
  connectEngine(nonce: string): void;
  /** Shows the system's dialog for one purpose; empty when the person cancels. */
  pick(purpose: PickPurpose, suggestedName?: string): Promise<readonly Grant[]>;
  /** Grants for files and folders dropped on the window. Only real File objects of a drop have a path. */
  grantDropped(files: readonly File[]): Promise<readonly Grant[]>;
  recentCases(): Promise<readonly RecentCase[]>;
  /** Remembers the granted case as opened just now. */
  rememberCase(grant: string): Promise<void>;
  forgetCase(grant: string): Promise<void>;
  appInfo(): Promise<AppInfo>;
  /** Puts a picture, a PNG file's bytes, on the clipboard; false when they are none. */
  copyPicture(png: Uint8Array): Promise<boolean>;
  theme(): Promise<Theme>;
  /** Shows the window in a theme from now on, after a restart too. */
  setTheme(theme: Theme): Promise<void>;
  layout(): Promise<Layout>;
  /** Keeps the arrangement of the window for the next start. */
  setLayout(layout: Layout): Promise<void>;
  keychain(): Promise<KeychainState>;
  /** Makes a secret of a name, in place of any before. Its id for the engine; null where the keychain cannot keep it. */
  newKeychainSecret(name: SecretName): Promise<string | null>;
  /** Asks the keychain for the secret of a name. Its id for the engine, good for one use; null where there is none. */
  keychainSecret(name: SecretName): Promise<string | null>;
  forgetKeychainSecret(name: SecretName): Promise<void>;
  lockMinutes(): Promise<LockMinutes>;
  /** Keeps after how long without input a case is locked, on this computer. */
  setLockMinutes(minutes: LockMinutes): Promise<void>;
  /** Tells of each time the computer goes to sleep or locks its screen, until the returned function is called. */
  onPower(listener: (event: PowerEvent) => void): () => void;
  onEngineState(listener: (state: EngineState, detail: string) => void): () => void;
  /** Tells of each case file the system asks the application to open, the one it was started with included. */
  onOpenedFile(listener: (file: Grant) => void): () => void;
}

declare global {
  interface Window {
    readonly stillwatch: Bridge;
  }
}

import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron';
import type { Bridge, EngineState, Grant, PowerEvent } from '../shared/bridge.ts';

// The only way from the page to the main process. Functions are named by intent; the page never sees a channel
// name or an event object, and nothing here decides anything: the main process checks every argument again.

type StateListener = Parameters<Bridge['onEngineState']>[0];

const stateListeners = new Set<StateListener>();
let lastState: readonly [EngineState, string] | undefined;

ipcRenderer.on('engine.state', (_event: IpcRendererEvent, state: EngineState, detail: string) => {
  lastState = [state, detail];
  for (const listener of stateListeners) listener(state, detail);
});

// A port cannot cross the context bridge; a window message can carry it. The nonce tells the page that it is its own.
ipcRenderer.on('engine.port', (event: IpcRendererEvent, nonce: string) => {
  window.postMessage({ nonce }, window.location.origin, event.ports);
});

const bridge: Bridge = {
  connectEngine: (nonce) => void ipcRenderer.invoke('engine.connect', nonce),
  pick: (purpose, suggestedName) => ipcRenderer.invoke('files.pick', purpose, suggestedName),
  grantDropped: (files) =>
    ipcRenderer.invoke(
      'files.grantDropped',
      Array.from(files, (file) => webUtils.getPathForFile(file)),
    ),
  recentCases: () => ipcRenderer.invoke('recent.list'),
  rememberCase: (grant) => ipcRenderer.invoke('recent.remember', grant),
  forgetCase: (grant) => ipcRenderer.invoke('recent.forget', grant),
  appInfo: () => ipcRenderer.invoke('app.info'),
  copyPicture: (png) => ipcRenderer.invoke('clipboard.picture', png),
  theme: () => ipcRenderer.invoke('theme.get'),
  setTheme: (theme) => ipcRenderer.invoke('theme.set', theme),
  layout: () => ipcRenderer.invoke('layout.get'),
  setLayout: (layout) => ipcRenderer.invoke('layout.set', layout),
  keychain: () => ipcRenderer.invoke('keychain.state'),
  newKeychainSecret: (name) => ipcRenderer.invoke('keychain.create', name),
  keychainSecret: (name) => ipcRenderer.invoke('keychain.take', name),
  forgetKeychainSecret: (name) => ipcRenderer.invoke('keychain.forget', name),
  lockMinutes: () => ipcRenderer.invoke('lock.get'),
  setLockMinutes: (minutes) => ipcRenderer.invoke('lock.set', minutes),
  onPower: (listener) => {
    const tell = (_event: IpcRendererEvent, what: PowerEvent): void => listener(what);
    ipcRenderer.on('power.event', tell);
    return () => void ipcRenderer.removeListener('power.event', tell);
  },
  onEngineState: (listener) => {
    stateListeners.add(listener);
    if (lastState !== undefined) listener(...lastState);
    // Asked for by the page, not when this script starts: then the frame does not have the page's address yet.
    else void ipcRenderer.invoke('engine.watch');
    return () => void stateListeners.delete(listener);
  },
  onOpenedFile: (listener) => {
    const take = async (): Promise<void> => {
      const file: Grant | null = await ipcRenderer.invoke('file.take');
      if (file !== null) listener(file);
    };
    const taken = (): void => void take();
    ipcRenderer.on('file.opened', taken);
    taken();
    return () => void ipcRenderer.removeListener('file.opened', taken);
  },
};

contextBridge.exposeInMainWorld('stillwatch', bridge);

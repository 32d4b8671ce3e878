import { join } from 'node:path';
import { app, MessageChannelMain, type WebFrameMain } from 'electron';
import type { EngineState } from '../shared/bridge.ts';
import { childEngine } from './engine-host/child.ts';
import type { StartEngine } from './engine-host/engine-process.ts';
import { engineEnvironment } from './engine-host/environment.ts';
import { Supervisor } from './engine-host/supervisor.ts';
import { utilityEngine } from './engine-host/utility.ts';
import { Grants } from './grants.ts';
import { tellPage } from './ipc.ts';
import { printReport } from './report-pdf.ts';
import { isTrialPackage, needsSeparateNode } from './runtime.ts';

type Port = Electron.MessagePortMain;
const GRACE_MS = 5_000;

/** The engine as the rest of the main process sees it, with the grants that it and the page share. */
export interface EngineHost {
  readonly grants: Grants;
  state(): { readonly state: EngineState; readonly detail: string };
  /** Opens a channel between the page in `frame` and the engine; the page gets its end with the nonce. */
  connectPage(frame: WebFrameMain, nonce: string): void;
  /** Hands the engine a secret for one use; an engine that starts anew does not know it. */
  giveSecret(id: string, secret: string): void;
  stop(): Promise<void>;
}

/** Starts the engine and keeps it running; the page is told of every change of state. */
export function startEngineHost(dist: string): EngineHost {
  const grants: Grants = new Grants((grant, path) => supervisor.send({ type: 'grant', grant, path }));
  const supervisor: Supervisor<Port> = new Supervisor<Port>({
    start: chooseEngine(dist),
    greeting: () => [
      { type: 'folder', path: app.getPath('userData') },
      ...grants.all().map(([grant, path]) => ({ type: 'grant', grant, path }) as const),
    ],
    onState: (state, detail) => tellPage('engine.state', state, detail),
    print: printReport,
    nowMs: () => performance.now(),
    graceMs: GRACE_MS,
  });
  return {
    grants,
    state: () => ({ state: supervisor.state, detail: supervisor.detail }),
    connectPage: (frame, nonce) => {
      const { port1, port2 } = new MessageChannelMain();
      if (supervisor.connectPage(port1)) frame.postMessage('engine.port', nonce, [port2]);
    },
    giveSecret: (id, secret) => supervisor.send({ type: 'secret', id, secret }),
    stop: () => supervisor.stop(),
  };
}

/** Only an unpackaged start may fall back to a separate Node: a package always brings a runtime that is new enough. */
function chooseEngine(dist: string): StartEngine<Port> {
  const entry = join(dist, 'engine', 'electron', 'engine', 'main.js');
  const env = engineEnvironment(process.env);
  if (isTrialPackage) {
    // It brings a Node of its own, which cannot read app.asar: so its engine lies beside that.
    const execPath = join(process.resourcesPath, 'trial-node');
    return childEngine({ execPath, entry: entry.replace('app.asar', 'app.asar.unpacked'), env });
  }
  if (app.isPackaged || !needsSeparateNode(process.versions.electron)) return utilityEngine(entry, env);
  return childEngine({ execPath: join(dist, '..', 'node_modules', 'node', 'bin', 'node'), entry, env });
}

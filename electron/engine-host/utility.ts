import { type MessagePortMain, utilityProcess } from 'electron';
import type { HostReply } from '../../shared/contract/protocol.ts';
import type { StartEngine } from './engine-process.ts';

/** Starts the engine in a utility process of Electron: the product's way. The page's port goes straight to it. */
export function utilityEngine(entry: string, env: Record<string, string>): StartEngine<MessagePortMain> {
  return ({ onReply, onExit }) => {
    const engine = utilityProcess.fork(entry, [], {
      serviceName: 'Stillwatch engine',
      env,
      stdio: 'inherit',
    });
    engine.on('message', (reply: HostReply) => onReply(reply));
    engine.once('exit', (code) => onExit(`exit code ${code}`));
    return {
      send: (message) => engine.postMessage(message),
      connectPage: (port) => engine.postMessage({ type: 'page-port' }, [port]),
      kill: () => void engine.kill(),
    };
  };
}

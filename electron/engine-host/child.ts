import { fork } from 'node:child_process';
import type { HostMessage, HostReply } from '../../shared/contract/protocol.ts';
import type { PagePort, StartEngine } from './engine-process.ts';

/** Messages between page and engine travel on the child's one channel in this envelope. */
interface PageEnvelope {
  readonly type: 'page';
  readonly data: unknown;
}

export interface ChildOptions {
  /** The Node program that runs the engine. */
  readonly execPath: string;
  readonly entry: string;
  readonly env: Record<string, string>;
}

/**
 * Starts the engine as a child process on a Node of its own: for development under a runtime whose own Node is
 * too old. A pipe cannot carry a port, so the page's messages are relayed here, untouched.
 */
export function childEngine({ execPath, entry, env }: ChildOptions): StartEngine<PagePort> {
  return ({ onReply, onExit }) => {
    const child = fork(entry, [], {
      execPath,
      execArgv: [],
      env,
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    let page: PagePort | undefined;
    let hasEnded = false;
    const end = (reason: string): void => {
      if (hasEnded) return;
      hasEnded = true;
      page?.close();
      onExit(reason);
    };
    const send = (message: HostMessage | PageEnvelope): void => {
      // Between the child's death and its 'exit' event the channel is closed; what is sent then is lost anyway.
      if (child.connected) child.send(message, () => undefined);
    };
    child.on('message', (message: HostReply | PageEnvelope) => {
      if (message.type === 'page') page?.postMessage(message.data);
      else onReply(message);
    });
    child.once('exit', (code, signal) => end(signal === null ? `exit code ${code}` : `signal ${signal}`));
    child.once('error', (error) => end(error.message));
    return {
      send,
      connectPage: (port) => {
        page?.close();
        page = port;
        send({ type: 'page-port' });
        port.on('message', ({ data }) => {
          if (page === port) send({ type: 'page', data });
        });
        port.start();
      },
      kill: () => void child.kill('SIGKILL'),
    };
  };
}

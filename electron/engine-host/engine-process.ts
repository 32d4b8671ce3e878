import type { HostMessage, HostReply } from '../../shared/contract/protocol.ts';

/** The main process's end of a channel to the page: Electron's MessagePortMain, or anything shaped like it. */
export interface PagePort {
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): unknown;
  postMessage(data: unknown): void;
  start(): void;
  close(): void;
}

/** A running engine, whichever kind of process it is. */
export interface EngineProcess<Port extends PagePort> {
  send(message: HostMessage): void;
  /** Gives the engine the page's port; an earlier one is forgotten. */
  connectPage(port: Port): void;
  /** Ends the process at once. */
  kill(): void;
}

export interface EngineEvents {
  readonly onReply: (reply: HostReply) => void;
  /** Called once, when the process has ended for any reason; `reason` is a phrase ("exit code 1"). */
  readonly onExit: (reason: string) => void;
}

export type StartEngine<Port extends PagePort> = (events: EngineEvents) => EngineProcess<Port>;

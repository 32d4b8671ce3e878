import type { ZodType } from 'zod';
import type { Database } from '../case/database.ts';

/** What would take a command back: a command of some kind with its payload. */
export interface Inverse {
  readonly kind: string;
  readonly payload: unknown;
}

/**
 * A kind of human act. Only `apply` writes human data, and it runs inside the transaction that also records
 * the command and its custody entry.
 */
export interface CommandKind<Payload> {
  readonly kind: string;
  readonly payload: ZodType<Payload>;
  /** Does it and returns what would undo it; null for an act that cannot be taken back. Throws to refuse. */
  apply(db: Database, payload: Payload): Inverse | null;
  /** What the history list and the undo button call it, in words. */
  title(payload: Payload): string;
}

// biome-ignore lint/suspicious/noExplicitAny: kinds of all payloads live in one table; each parses its own.
const kinds = new Map<string, CommandKind<any>>();

export function defineCommand<Payload>(kind: CommandKind<Payload>): CommandKind<Payload> {
  if (kinds.has(kind.kind)) throw new Error(`Two commands are called ${kind.kind}.`);
  kinds.set(kind.kind, kind);
  return kind;
}

export function commandKind(name: string): CommandKind<unknown> {
  const kind = kinds.get(name);
  if (!kind) throw new Error(`No command is called ${name}.`);
  return kind;
}

import { config, type ZodType, z } from 'zod';

// The page's content security policy forbids eval, which zod would otherwise probe for.
config({ jitless: true });

/** Reads answer at once; writes change what people made; jobs run long, report progress, can be cancelled. */
export type CallKind = 'read' | 'write' | 'job';

/**
 * One entry of the contract between page and engine. The page passes the entry itself to `engine.call`,
 * the engine passes it to `handle`, so both ends infer arguments and result from the same object.
 */
export interface Call<Args, Result> {
  readonly name: string;
  readonly kind: CallKind;
  readonly args: ZodType<Args>;
  /** Never set: carries the result's type. */
  readonly result?: Result;
}

interface Unreturned<Args> {
  returns<Result>(): Call<Args, Result>;
}

function define<Args>(kind: CallKind, name: string, args: ZodType<Args>): Unreturned<Args> {
  return { returns: () => ({ name, kind, args }) };
}

export const read = <A>(name: string, args: ZodType<A>) => define('read', name, args);
export const write = <A>(name: string, args: ZodType<A>) => define('write', name, args);
export const job = <A>(name: string, args: ZodType<A>) => define('job', name, args);

/** Arguments of a call that takes none. */
export const nothing = z.strictObject({});

/**
 * A file the person picked or dropped. The main process hands out grants; the page never names a path,
 * so a page gone wrong can reach no file that nobody chose.
 */
export const fileGrant = z.uuid();

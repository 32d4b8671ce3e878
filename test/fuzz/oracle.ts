import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ERROR_CODES, StillwatchError } from '../../shared/contract/errors.ts';
import { Finding, type Running } from './target.ts';

/** A message that a person can read: it ends as a sentence, and holds no value without end. */
const SENTENCE = /^\S.{8,}[.?!”"]$/su;
const MOST_LETTERS = 2000;
const GLOBALS: readonly object[] = [Object.prototype, Array.prototype, Function.prototype, String.prototype];
const OWN = GLOBALS.map((object) => new Set(Reflect.ownKeys(object)));

/** What became of a case: the outcome, or what is wrong with it. */
export type Judged = { readonly outcome: string } | { readonly finding: string };

/** Runs a case and judges it by what holds for every target. */
export async function judge(running: Running, input: () => Uint8Array, folder: string): Promise<Judged> {
  let judged: Judged;
  try {
    judged = { outcome: await running.run(input()) };
  } catch (error) {
    judged = ofError(error);
  }
  const stranger = strangerIn(folder, running.keeps ?? []);
  if (stranger !== undefined) {
    rmSync(join(folder, stranger), { recursive: true, force: true });
    return { finding: `left ${stranger} behind` };
  }
  return cleaned() ? { finding: 'changed a prototype of the language' } : judged;
}

function ofError(error: unknown): Judged {
  if (error instanceof Finding) return { finding: error.message };
  if (!(error instanceof StillwatchError)) return { finding: `threw ${described(error)}` };
  if (error.code === 'INTERNAL' || !ERROR_CODES.includes(error.code)) return { finding: described(error) };
  if (!SENTENCE.test(error.message) || error.message.length > MOST_LETTERS)
    return { finding: `told no sentence: ${error.code} ${error.message.slice(0, 300)}` };
  return { outcome: error.code };
}

export function described(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return `${error.name}: ${error.message.slice(0, 300)} ${places
    .slice(0, 4)
    .map((line) => line.trim())
    .join(' < ')}`;
}

/** Whether something was there to be taken away. */
function cleaned(): boolean {
  let found = false;
  for (const [at, object] of GLOBALS.entries()) {
    for (const key of Reflect.ownKeys(object)) {
      if (OWN[at].has(key)) continue;
      found = true;
      Reflect.deleteProperty(object, key);
    }
  }
  return found;
}

function strangerIn(folder: string, keeps: readonly string[]): string | undefined {
  return readdirSync(folder).find((name) => !keeps.includes(name));
}

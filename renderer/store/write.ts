import { messageOf } from '../ui/message-of.ts';
import { notesChanged } from './session.ts';
import { say } from './status.ts';

/** Writes what a person did, and says so; true when it was written. A refusal is said in the status line. */
export async function write(call: () => Promise<unknown>, said: string): Promise<boolean> {
  try {
    await call();
  } catch (error) {
    say(messageOf(error));
    return false;
  }
  say(said);
  await notesChanged();
  return true;
}

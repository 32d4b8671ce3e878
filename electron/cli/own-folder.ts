import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the command line keeps files of its own: the folder that the system has for what a program remembers of its runs. */
export function ownFolder(): string {
  const { XDG_STATE_HOME, LOCALAPPDATA } = process.env;
  if (process.platform === 'win32')
    return join(LOCALAPPDATA || join(homedir(), 'AppData', 'Local'), 'stillwatch');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'stillwatch');
  return join(XDG_STATE_HOME || join(homedir(), '.local', 'state'), 'stillwatch');
}

import { userInfo } from 'node:os';
import { app } from 'electron';
import type { AppInfo } from '../shared/bridge.ts';
import { runtimeNotice } from './runtime.ts';

/** What the page says about the application and the system it runs on. */
export function appInfo(): AppInfo {
  return {
    version: app.getVersion(),
    electron: process.versions.electron,
    platform: process.platform,
    userName: userName(),
    runtimeNotice: runtimeNotice(process.versions.electron),
  };
}

/** Empty where the system knows no account by that number (as in some containers). */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

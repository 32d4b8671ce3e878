import { powerMonitor } from 'electron';
import type { PowerEvent } from '../shared/bridge.ts';
import { tellPage } from './ipc.ts';

/**
 * Tells the page when the computer goes to sleep or locks its screen, so that it locks the case. It is told and never
 * asked: no message of a page can make anybody be told. Must run once the application is ready.
 */
export function watchPower(): void {
  const tell = (event: PowerEvent) => () => tellPage('power.event', event);
  powerMonitor.on('suspend', tell('suspend'));
  powerMonitor.on('lock-screen', tell('screen'));
}

import { Menu } from 'electron';

/**
 * No menu, and with it none of its shortcuts; except on macOS, where copying and pasting live in the menu.
 * Electron's own default menu is not used there: it opens web pages.
 */
export function setMenu(): void {
  const menu =
    process.platform === 'darwin'
      ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
      : null;
  Menu.setApplicationMenu(menu);
}

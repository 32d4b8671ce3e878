/**
 * Loads a page. A reload before the load is over aborts it, which Electron tells as an error though the page comes all
 * the same.
 */
export async function loadPage(window: { loadURL(url: string): Promise<void> }, url: string): Promise<void> {
  try {
    await window.loadURL(url);
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ERR_ABORTED') throw error;
  }
}

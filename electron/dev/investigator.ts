import type { ElectronApplication, Locator, Page } from 'playwright-core';

/** What the system's file dialogs answer from now on: nobody can click them off-screen. */
export async function chooseNext(app: ElectronApplication, ...paths: string[]): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    const canceled = chosen.length === 0;
    dialog.showOpenDialog = async () => ({ canceled, filePaths: chosen });
    dialog.showSaveDialog = async () => ({ canceled, filePath: chosen[0] ?? '' });
  }, paths);
}

export type ViewName = 'Accounts' | 'Search' | 'Sources' | 'Annotations' | 'Custody';

/** A person at the app: does with keyboard and mouse what an investigator would. The demo and the tests share it. */
export class Investigator {
  readonly app: ElectronApplication;
  readonly page: Page;

  private constructor(app: ElectronApplication, page: Page) {
    this.app = app;
    this.page = page;
  }

  /** Sits down at an app that shows its start screen. */
  static async at(app: ElectronApplication): Promise<Investigator> {
    const page = await app.firstWindow();
    await page.getByRole('button', { name: 'New case' }).waitFor();
    return new Investigator(app, page);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  async newCase(path: string, name: string, passphrase: string | null): Promise<void> {
    const { page } = this;
    await this.button('New case').click();
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByLabel('Your name').fill('A. Investigator');
    if (passphrase === null) await page.getByLabel('Not encrypted').check();
    else {
      await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
      await page.getByLabel('Passphrase again').fill(passphrase);
    }
    await chooseNext(this.app, path);
    await this.button('Choose a place and create').click();
    await page.getByRole('navigation').waitFor();
  }

  /** Answers the dialog that asks how to open a case; it stays when the passphrase is wrong. */
  async openCase(path: string, passphrase: string | null, name?: string): Promise<void> {
    await chooseNext(this.app, path);
    await this.button('Open case').click();
    await this.givePassphrase(passphrase, name);
  }

  async givePassphrase(passphrase: string | null, name = 'A. Investigator'): Promise<void> {
    const { page } = this;
    await page.getByLabel('Your name').fill(name);
    if (passphrase !== null) await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await this.button('Open').click();
  }

  async sampleCase(path: string): Promise<void> {
    await chooseNext(this.app, path);
    await this.button('Sample case').click();
    await this.page.getByRole('navigation').waitFor({ timeout: 60_000 });
  }

  async goTo(name: ViewName): Promise<void> {
    await this.page.getByRole('navigation').getByRole('button', { name, exact: true }).click();
    await this.page.getByRole('main', { name, exact: true }).waitFor();
  }

  /** Picks log files, as far as the mapping screen of the first. */
  async beginImport(...paths: string[]): Promise<void> {
    await this.goTo('Sources');
    await chooseNext(this.app, ...paths);
    await this.page.getByRole('main').getByRole('button', { name: 'Import logs', exact: true }).click();
  }

  async chooseColumn(field: string, column: string): Promise<void> {
    await this.page.getByLabel(`Column for ${field}`, { exact: true }).selectOption({ label: column });
  }

  async chooseZone(zone: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Time zone of the file' }).fill(zone);
    await this.page.getByLabel('The times were written in this zone').check();
  }

  /** Starts the import that the mapping screen describes. */
  async startImport(): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: 'Import', exact: true }).click();
  }

  /** Runs it to its reconciliation. */
  async runImport(): Promise<void> {
    await this.startImport();
    await this.page.getByText(/rows read = /).waitFor({ timeout: 60_000 });
  }

  /** Opens the page of the account that a search finds first. */
  async openAccount(search: string): Promise<void> {
    const { page } = this;
    await this.goTo('Accounts');
    const field = page.getByRole('searchbox', { name: 'Search accounts and tags' });
    await field.waitFor();
    await page.keyboard.press('/');
    await page.locator('input[type=search]:focus').waitFor();
    await page.keyboard.type(search);
    await page.getByText(/^1 of [\d,]+ accounts$/).waitFor();
    // Not an answer from before, and with its row at hand, without which Enter opens nothing.
    const found = page.locator('[role=grid][aria-label=Accounts]:not([aria-busy=true])');
    await found.getByRole('row').nth(1).getByRole('button').first().waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('main', { name: 'Account', exact: true }).waitFor();
    await this.timeline().waitFor();
  }

  timeline(): Locator {
    return this.page.getByRole('application', { name: /^Requests over time/ });
  }

  /** Drags over part of the timeline, which proposes a time filter; from and to are fractions of its width. */
  async brush(from: number, to: number): Promise<void> {
    const box = await this.timeline().boundingBox();
    if (!box) throw new Error('The timeline is not on screen.');
    const y = box.y + box.height / 2;
    await this.page.mouse.move(box.x + box.width * from, y);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + box.width * ((from + to) / 2), y, { steps: 4 });
    await this.page.mouse.move(box.x + box.width * to, y, { steps: 4 });
    await this.page.mouse.up();
  }

  async annotate(kind: 'Comment' | 'Tag', text: string): Promise<void> {
    const detail = this.page.getByRole('complementary', { name: 'Detail' });
    await detail.getByRole('radio', { name: kind }).check();
    await detail.getByLabel(kind === 'Tag' ? 'Tag name' : 'Comment text').fill(text);
    await detail.getByRole('button', { name: kind === 'Tag' ? 'Add tag' : 'Add comment' }).click();
    await detail.getByRole('list').getByText(text, { exact: true }).waitFor();
  }

  /** Exports a bundle, to the word that it was verified. */
  async exportBundle(path: string): Promise<void> {
    await chooseNext(this.app, path);
    await this.button('Export').click();
    await this.button('Choose a place and export').click();
    await this.page.getByText('Verified.').waitFor({ timeout: 60_000 });
  }

  /** The theme button cycles through three choices. */
  async chooseTheme(theme: 'light' | 'dark'): Promise<void> {
    const button = this.button(/^Theme: /);
    for (let i = 0; i < 3; i++) {
      if ((await button.textContent()) === `Theme: ${theme}`) return;
      await button.click();
    }
  }
}

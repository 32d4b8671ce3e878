import { mkdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { checkout } from './checkout.ts';
import { startDisplay } from './display.ts';
import { Investigator } from './investigator.ts';
import { launchApp } from './launch.ts';

/** The account of the sample case that the demo looks at. */
const ACCOUNT_SORT = 'Requests';

/**
 * Plays the main job off-screen on the sample case: what a person would see becomes pictures, what they would
 * hand over becomes a bundle, all in demo/. Prints the path of each.
 */
export async function runDemo(): Promise<void> {
  const folder = join(checkout, 'demo');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const display = process.platform === 'linux' ? await startDisplay() : null;
  try {
    const app = await launchApp({ env: display === null ? {} : { DISPLAY: display.display } });
    try {
      await play(await Investigator.at(app), folder);
    } finally {
      await app.close();
    }
  } finally {
    await display?.stop();
  }
}

async function play(person: Investigator, folder: string): Promise<void> {
  const { page } = person;
  const told = (what: string, path: string) => console.log(`${what}: ${relative(process.cwd(), path)}`);
  let number = 0;
  const picture = async (name: string) => {
    // Drawings follow their data by a frame or two.
    await page.waitForTimeout(400);
    const path = join(folder, `${String(++number).padStart(2, '0')}-${name}.png`);
    await page.screenshot({ path });
    told('Picture', path);
  };

  await picture('start');
  const casePath = join(folder, 'sample.swcase');
  await person.sampleCase(casePath);
  told('Sample case', casePath);
  await person.goTo('Sources');
  await picture('sources');
  await person.goTo('Accounts');
  await page.getByRole('columnheader', { name: ACCOUNT_SORT }).waitFor();
  await picture('accounts');
  const account = await page.evaluate(
    () => document.querySelector('[role="row"][aria-rowindex="2"] .mono')?.textContent ?? '',
  );
  await person.openAccount(account);
  await picture('account-timeline');
  await person.brush(0.3, 0.5);
  await picture('proposed-time-filter');
  await page.keyboard.press('Enter');
  await person.annotate('Comment', 'Steady load in this range; compare with the rest of its organisation.');
  await picture('annotated-range');
  await person.chooseTheme('dark');
  await picture('account-dark');
  await person.chooseTheme('light');
  const bundle = join(folder, 'sample-bundle.zip');
  await person.exportBundle(bundle);
  await picture('exported-and-verified');
  told('Bundle', bundle);
}

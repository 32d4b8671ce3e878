import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Investigator } from '../../electron/dev/investigator.ts';

/** What a person does with a case from its making to its bundle; `word` stands in everything that is named or written. */
export interface Work {
  readonly word: string;
  readonly passphrase: string;
  readonly casePath: string;
  readonly bundle: string;
}

/** A log in which `word` stands in every account, model and prompt; two of the accounts ask the same at the same time. */
export function logAbout(word: string, folder: string, rows = 2000): string {
  const lines = Array.from({ length: rows }, (_, i) => {
    const time = `2026-05-0${1 + (i % 9)}T0${i % 10}:${10 + (i % 50)}:00Z`;
    const prompt = `${word} prompt: summarise part ${i % 7} of ${i}`;
    return `${time},${word}-account-${i % 40},${word}-model,${prompt},203.0.113.${i % 20}`;
  });
  const path = join(folder, 'log.csv');
  writeFileSync(path, `timestamp,account_id,model,prompt_text,ip_address\n${lines.join('\n')}\n`);
  return path;
}

/** Case, import, notes. */
export async function importLog(person: Investigator, log: string, work: Work): Promise<void> {
  await person.newCase(work.casePath, `${work.word} name`, work.passphrase);
  await person.beginImport(log);
  await person.runImport();
  await person.openAccount(`${work.word}-account-7`);
  await person.annotate('Comment', `${work.word} comment`);
  await person.annotate('Tag', `${work.word} tag`);
}

export async function startAnalysis({ page }: Investigator): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Operators', exact: true }).click();
  await page.getByRole('main').getByRole('button', { name: 'Analyse' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Analyse' }).click();
}

/** To its end, whatever it finds. */
export async function analyse(person: Investigator): Promise<void> {
  await startAnalysis(person);
  await person.page
    .getByText(/^Analysed |^No operators/)
    .first()
    .waitFor({ timeout: 90_000 });
}

/** Bundle with its PDF, and the lock. */
export async function exportAndLock(person: Investigator, work: Work): Promise<void> {
  const { page } = person;
  await person.exportBundle(work.bundle);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.keyboard.press('Control+l');
  await page.getByRole('heading', { name: 'Locked' }).waitFor();
}

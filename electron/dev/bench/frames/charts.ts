import type { Investigator } from '../../investigator.ts';
import type { FramesCase } from './frames-case.ts';
import type { Hold } from './input.ts';

export interface Chart {
  readonly name: string;
  readonly hold: Hold;
  /** Brings it on screen; answers the element that takes the input. */
  open(person: Investigator): Promise<ReturnType<Investigator['timeline']>>;
}

/** The charts that people pan and zoom, each as full as the case gives. */
export function chartsOf({ foremost, steady, operator, members }: FramesCase): readonly Chart[] {
  return [
    {
      name: `timeline of ${steady}`,
      hold: 'shift',
      async open(person) {
        await person.openAccount(steady);
        return person.timeline();
      },
    },
    {
      name: `lanes of ${operator}, ${members} accounts`,
      hold: 'shift',
      async open(person) {
        await openLanes(person, operator);
        return lanesChart(person);
      },
    },
    {
      name: `lanes of the foremost ${foremost.length} accounts`,
      hold: 'shift',
      async open(person) {
        const { page } = person;
        await toView(person, 'Lanes');
        await page.getByLabel('Accounts, one a line').fill(foremost.join('\n'));
        await person.button(/^Show [\d,]+ lanes?$/).click();
        return lanesChart(person);
      },
    },
    {
      name: `graph of ${operator}, ${members} accounts`,
      hold: 'ground',
      async open(person) {
        const { page } = person;
        await openLanes(person, operator);
        await person.button('Its page').click();
        await person.button('Show links').click();
        const picture = page.getByRole('application', { name: /^Linked accounts/ });
        await picture.waitFor();
        await page
          .getByRole('toolbar', { name: 'Picture' })
          .getByRole('button', { name: 'All lines' })
          .click();
        await page.locator('[role=application][aria-busy=false]').waitFor();
        return picture;
      },
    },
  ];
}

async function openLanes(person: Investigator, operator: string): Promise<void> {
  await toView(person, 'Lanes');
  await person.page.getByLabel('Operator', { exact: true }).selectOption(operator);
}

async function toView({ page }: Investigator, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();
  await page.getByRole('main', { name, exact: true }).waitFor();
}

/** The lanes once all that is told about them is worked out. */
async function lanesChart({ page }: Investigator): Promise<ReturnType<Investigator['timeline']>> {
  const chart = page.getByRole('application', { name: /^[\d,]+ lanes over time/ });
  await chart.waitFor();
  for (const fact of ['Synchrony', 'Succession']) await page.getByText(fact, { exact: true }).waitFor();
  return chart;
}

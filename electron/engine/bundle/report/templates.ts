import type { ReportTemplate } from '../../../../shared/contract/bundles.ts';
import type { Section } from './section.ts';
import { accessFacts } from './sections/access-facts.ts';
import { action } from './sections/action.ts';
import { bottomLine } from './sections/bottom-line.ts';
import { clearedReadings, clearedSubject } from './sections/cleared.ts';
import { custody } from './sections/custody.ts';
import { exhibits } from './sections/exhibits.ts';
import { hypotheses } from './sections/hypotheses.ts';
import { lookAlikes } from './sections/look-alikes.ts';
import { methods } from './sections/methods.ts';
import { notes } from './sections/notes.ts';
import { operators } from './sections/operators.ts';
import { scope } from './sections/scope.ts';
import { signOff } from './sections/sign-off.ts';
import { similarCustomers } from './sections/similar-customers.ts';
import { statutoryHeads } from './sections/statutory-heads.ts';
import { timelines } from './sections/timelines.ts';
import { verify } from './sections/verify.ts';
import { withheld } from './sections/withheld.ts';

/** A report for one kind of reader: which sections, in which order, and whose words it may quote. */
export interface Template {
  readonly title: string;
  /**
   * `all`: what people wrote and what the analysis says of the data; `no notes`: without notes and groups of the team;
   * `none`: no text of people, customers or prompts at all; `plain`: only what an honest customer can be told.
   */
  readonly quotes: 'all' | 'no notes' | 'none' | 'plain';
  readonly sections: readonly Section[];
}

const EVIDENCE = [operators, statutoryHeads, accessFacts, timelines, hypotheses, similarCustomers];

export const TEMPLATES: Readonly<Record<ReportTemplate, Template>> = {
  internal: {
    title: 'Case report',
    quotes: 'all',
    sections: [
      bottomLine,
      scope,
      ...EVIDENCE,
      lookAlikes,
      exhibits,
      methods,
      notes,
      custody,
      verify,
      action,
      signOff,
    ],
  },
  regulator: {
    title: 'Report to the authority',
    quotes: 'no notes',
    sections: [
      bottomLine,
      statutoryHeads,
      accessFacts,
      methods,
      lookAlikes,
      scope,
      operators,
      timelines,
      hypotheses,
      similarCustomers,
      exhibits,
      custody,
      verify,
      action,
      signOff,
    ],
  },
  partner: {
    title: 'Report to a partner',
    quotes: 'none',
    sections: [
      bottomLine,
      withheld,
      scope,
      operators,
      statutoryHeads,
      timelines,
      similarCustomers,
      lookAlikes,
      exhibits,
      methods,
      custody,
      verify,
    ],
  },
  clearance: {
    title: 'Result of a review',
    quotes: 'plain',
    sections: [clearedSubject, clearedReadings, similarCustomers, lookAlikes, scope, verify],
  },
};

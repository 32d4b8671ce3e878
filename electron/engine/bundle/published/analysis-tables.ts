import type { CohortDecisions } from '../../../../shared/contract/cohorts.ts';
import { ANALYSIS_HIDES, IDENTIFIER_HIDES } from './columns.ts';
import { hidden } from './hide.ts';
import { insertOf } from './insert-of.ts';
import {
  json,
  type Leaving,
  optional,
  type PublishedTable,
  plain,
  type Row,
  real,
  text,
  whole,
} from './table.ts';

/** What scores are made from. */
const BASIS = { evidence: optional(real), together: optional(real), most: optional(real) };

const ofAccount = ({ account }: Row, { selection }: Leaving) => selection.accounts.has(account as string);
const ofOperator = ({ operator }: Row, { selection }: Leaving) => selection.operators.has(operator as string);

/** At most one line. */
const RUN: PublishedTable = {
  name: 'analysis_run',
  columns: {
    at_us: whole,
    seconds: real,
    seed: whole,
    prior_share: real,
    version: plain,
    input_hash: plain,
    signals: json('plain'),
    templates: optional(whole),
    calibration: optional(json('plain')),
    cohorts: optional(json(ANALYSIS_HIDES.decisions)),
    followed: optional(whole),
  },
  key: null,
  select: `SELECT at_us, seconds, seed, prior_share, version, input_hash, signals, templates, calibration, cohorts,
             followed FROM analysis_run`,
  change(row, { selection: { accounts } }) {
    const decisions = row.cohorts as CohortDecisions | null;
    if (decisions === null) return row;
    const moved = decisions.moved.filter(({ account }) => accounts.has(account));
    const leftOut = decisions.leftOut.filter((account) => accounts.has(account));
    return { ...row, cohorts: { ...decisions, moved, leftOut } };
  },
  writer(names) {
    const insert = insertOf(names.db, 'analysis_run', ['id', ...Object.keys(this.columns)]);
    return (row) => void insert({ id: 1, ...row });
  },
};

/** By rank, as all tables of results are. */
const SCORES: PublishedTable = {
  name: 'analysis_account',
  columns: {
    account: text('account'),
    score: real,
    operator: optional(plain),
    body: json(ANALYSIS_HIDES.account),
    ...BASIS,
  },
  key: null,
  select:
    'SELECT account, score, operator, body, evidence, together, most FROM analysis_account ORDER BY rank',
  goesAlong: ofAccount,
  writer(names) {
    const insert = insertOf(names.db, 'analysis_account', ['rank', ...Object.keys(this.columns)]);
    return (row, rank) => void insert({ ...row, rank });
  },
};

const OPERATORS: PublishedTable = {
  name: 'analysis_operator',
  columns: { operator: plain, score: real, body: json(ANALYSIS_HIDES.operator), ...BASIS },
  key: null,
  select: 'SELECT id AS operator, score, body, evidence, together, most FROM analysis_operator ORDER BY rank',
  goesAlong: ofOperator,
  writer(names) {
    const columns = ['rank', 'id', 'score', 'body', ...Object.keys(BASIS)];
    const insert = insertOf(names.db, 'analysis_operator', columns);
    return (row, rank) => void insert({ ...row, rank, id: row.operator });
  },
};

const LINKS: PublishedTable = {
  name: 'analysis_link',
  columns: { a: text('account'), b: text('account'), bits: real, body: json(ANALYSIS_HIDES.link) },
  key: ['a', 'b'],
  select: 'SELECT a, b, bits, body FROM analysis_link',
  goesAlong: ({ a, b }, { selection: { accounts } }) =>
    accounts.has(a as string) && accounts.has(b as string),
  writer(names) {
    const insert = insertOf(names.db, 'analysis_link', ['a', 'b', 'bits', 'body']);
    return (row) => void insert(row);
  },
};

const TIES: PublishedTable = {
  name: 'analysis_ties',
  columns: { operator: plain, body: json(ANALYSIS_HIDES.ties) },
  key: ['operator'],
  select: 'SELECT operator, body FROM analysis_ties',
  goesAlong: ofOperator,
  writer(names) {
    const insert = insertOf(names.db, 'analysis_ties', ['operator', 'body']);
    return (row) => void insert(row);
  },
};

const SHARED: PublishedTable = {
  name: 'analysis_shared',
  columns: { operator: plain, kind: plain, value: plain, accounts: whole },
  key: ['operator', 'kind', 'value'],
  select: 'SELECT operator, kind, value, accounts FROM analysis_shared',
  goesAlong: ofOperator,
  change(row, { redactor }) {
    const kind = row.kind as string;
    const hide = Object.hasOwn(IDENTIFIER_HIDES, kind) ? IDENTIFIER_HIDES[kind] : 'text';
    return { ...row, value: hidden(redactor, hide, row.value as string) };
  },
  writer(names) {
    const insert = insertOf(names.db, 'analysis_shared', ['operator', 'kind', 'value', 'accounts']);
    return (row) => void insert(row);
  },
};

const TEMPLATES: PublishedTable = {
  name: 'analysis_template',
  columns: { template: plain, text: text(), body: json(ANALYSIS_HIDES.template) },
  key: null,
  select: 'SELECT id AS template, text, body FROM analysis_template ORDER BY rank',
  goesAlong: ({ template }, { templates }) => templates.has(template as string),
  change: (row, { prompts }) => (prompts ? row : { ...row, text: '' }),
  writer(names) {
    const insert = insertOf(names.db, 'analysis_template', ['rank', 'id', 'text', 'body']);
    return (row, rank) => {
      insert({ ...row, rank, id: row.template });
      names.name('template', row.template as string, rank);
    };
  },
};

const TEMPLATE_USERS: PublishedTable = {
  name: 'analysis_template_account',
  columns: { template: plain, account: text('account'), requests: whole, body: json(ANALYSIS_HIDES.user) },
  key: null,
  select: `SELECT t.id AS template, u.account, u.requests, u.body FROM analysis_template_account u
           JOIN analysis_template t ON t.rank = u.template ORDER BY u.template, u.place`,
  goesAlong: ofAccount,
  writer(names) {
    const columns = ['template', 'place', 'account', 'requests', 'body'];
    const insert = insertOf(names.db, 'analysis_template_account', columns);
    return (row, place) =>
      void insert({ ...row, place, template: names.id('template', row.template as string) });
  },
};

const COHORTS: PublishedTable = {
  name: 'analysis_cohort',
  columns: { cohort: text(), body: json(ANALYSIS_HIDES.cohort) },
  key: null,
  select: 'SELECT name AS cohort, body FROM analysis_cohort ORDER BY rank',
  goesAlong: ({ cohort }, { cohorts }) => cohorts.has(cohort as string),
  writer(names) {
    const insert = insertOf(names.db, 'analysis_cohort', ['rank', 'name', 'body']);
    return (row, rank) => {
      insert({ ...row, rank, name: row.cohort });
      names.name('cohort', row.cohort as string, rank);
    };
  },
};

const COHORT_MEMBERS: PublishedTable = {
  name: 'analysis_cohort_member',
  columns: {
    cohort: text(),
    account: text('account'),
    requests: whole,
    shapes: whole,
    compared: whole,
    fallback: whole,
  },
  key: null,
  select: `SELECT c.name AS cohort, m.account, m.requests, m.shapes, m.compared, m.fallback
           FROM analysis_cohort_member m JOIN analysis_cohort c ON c.rank = m.cohort ORDER BY m.cohort, m.place`,
  goesAlong: ofAccount,
  writer(names) {
    const columns = ['cohort', 'place', 'account', 'requests', 'shapes', 'compared', 'fallback'];
    const insert = insertOf(names.db, 'analysis_cohort_member', columns);
    return (row, place) => void insert({ ...row, place, cohort: names.id('cohort', row.cohort as string) });
  },
};

/** In the order in which they can be loaded. */
export const ANALYSIS_TABLES: readonly PublishedTable[] = [
  RUN,
  SCORES,
  OPERATORS,
  LINKS,
  TIES,
  SHARED,
  TEMPLATES,
  TEMPLATE_USERS,
  COHORTS,
  COHORT_MEMBERS,
];

import type { ListedTemplate, TemplateAccount, TemplateRow } from '../../../shared/contract/analysis.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { Database } from '../case/database.ts';
import { readOperator } from './results.ts';

/** Whose templates are asked for; null for those of all accounts. */
export type TemplatesOf = { readonly account: string } | { readonly operator: string } | null;

/** A stretch of the list, and how many there are. @throws StillwatchError NOT_FOUND for an unknown operator */
export function readTemplates(
  db: Database,
  offset: number,
  limit: number,
  of: TemplatesOf,
): { total: number; templates: ListedTemplate[] } {
  return of === null ? readAll(db, offset, limit) : readOf(db, offset, limit, of);
}

function readAll(db: Database, offset: number, limit: number) {
  const bodies = db
    .prepare('SELECT body FROM analysis_template ORDER BY rank LIMIT ? OFFSET ?')
    .pluck()
    .all(limit, offset) as string[];
  const total = db.prepare('SELECT count(*) FROM analysis_template').pluck().get() as number;
  return {
    total,
    templates: bodies.map((body): ListedTemplate => ({ ...(JSON.parse(body) as TemplateRow), own: null })),
  };
}

interface Own {
  readonly body: string;
  readonly accounts: number;
  readonly requests: number;
  readonly askedFirst: number;
}

function readOf(db: Database, offset: number, limit: number, of: NonNullable<TemplatesOf>) {
  const accounts = 'account' in of ? [of.account] : readOperator(db, of.operator).operator.accounts;
  const found = db
    .prepare(
      `SELECT t.body, own.accounts, own.requests, own.askedFirst
       FROM (SELECT template, count(*) AS accounts, sum(requests) AS requests,
                    sum(body ->> '$.askedFirst') AS askedFirst
             FROM analysis_template_account
             WHERE account IN (SELECT value FROM json_each(?)) GROUP BY template) own
       JOIN analysis_template t ON t.rank = own.template
       ORDER BY own.requests DESC, t.rank`,
    )
    .all(JSON.stringify(accounts)) as Own[];
  return {
    total: found.length,
    templates: found
      .slice(offset, offset + limit)
      .map(({ body, ...own }): ListedTemplate => ({ ...(JSON.parse(body) as TemplateRow), own })),
  };
}

/** @throws StillwatchError NOT_FOUND */
export function readTemplate(
  db: Database,
  id: string,
): { template: TemplateRow; text: string; accounts: TemplateAccount[] } {
  const found = db.prepare('SELECT rank, text, body FROM analysis_template WHERE id = ?').get(id) as
    | { rank: number; text: string; body: string }
    | undefined;
  if (!found)
    throw new StillwatchError(
      'NOT_FOUND',
      'The last analysis of this case kept no such template. The list of templates shows those it kept.',
    );
  const accounts = db
    .prepare('SELECT body FROM analysis_template_account WHERE template = ? ORDER BY place')
    .pluck()
    .all(found.rank) as string[];
  return {
    template: JSON.parse(found.body),
    text: found.text,
    accounts: accounts.map((body) => JSON.parse(body)),
  };
}

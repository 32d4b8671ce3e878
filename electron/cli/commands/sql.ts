import { querySql } from '../../engine/sql/query.ts';
import { type Command, required } from '../command.ts';
import { table } from '../table.ts';
import { CASE_OPTIONS, withCase } from '../with-case.ts';

export const command: Command = {
  usage: 'sql CASE "SELECT ..."',
  about:
    'Runs one reading statement; requests and accounts are tables, one row each. Sums of accounts take no time; of requests, a second per million rows and more with the columns read.',
  options: CASE_OPTIONS,
  async run({ words, options }) {
    const path = required(words, 0, 'The path of the case');
    const sql = required(words, 1, 'The statement');
    const result = await withCase(path, options, (open) => querySql(open, sql));
    return { json: result, text: table(result.columns, result.rows) };
  },
};

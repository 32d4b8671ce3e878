import { z } from 'zod';
import type { LinkItem } from '../../../../../shared/contract/analysis.ts';
import type { FilesOf } from '../../published/published.ts';
import { count, family, text } from '../field-shapes.ts';
import { csvFile, ndjsonFile } from '../file-of.ts';
import { publishedLinks } from './published-links.ts';

/** A line of `data/links/links.ndjson`: why two accounts are tied, taken apart (Fellegi and Sunter). */
export const linkShape = z.strictObject({
  a: text,
  b: text,
  operator: text.nullable(),
  bits: z.number().describe('prior and items together, log2 of the odds that one operator runs both'),
  priorBits: z.number(),
  items: z.array(
    z.strictObject({
      kind: text,
      family,
      value: text,
      bits: z.number(),
      accountsWithValue: count.describe('in the whole case'),
      ofAccounts: count.describe('under examination in the whole case'),
      rarity: z.number().nullable().describe('accountsWithValue over ofAccounts'),
    }),
  ),
});

export const linksFiles: FilesOf = async ({ open: { db }, about }) => {
  const of = about.ofCase.accounts;
  const rarity = ({ accountsWithValue }: LinkItem) => (of > 0 ? accountsWithValue / of : null);
  return [
    ndjsonFile('data/links/links.ndjson', linkShape, function* () {
      for (const { a, b, operator, bits, priorBits, items } of publishedLinks(db))
        yield {
          a,
          b,
          operator,
          bits,
          priorBits,
          items: items.map((item) => ({
            kind: item.kind,
            family: item.family,
            value: item.value,
            bits: item.bits,
            accountsWithValue: item.accountsWithValue,
            ofAccounts: of,
            rarity: rarity(item),
          })),
        };
    }),
    csvFile('data/links/links.csv', HEADER, function* () {
      for (const { a, b, operator, bits, priorBits, items } of publishedLinks(db)) {
        const link = [a, b, operator, bits, priorBits, items.length];
        if (items.length === 0) yield [...link, null, null, null, null, null, null, null, null];
        for (const [at, item] of items.entries())
          yield [
            ...link,
            at + 1,
            item.kind,
            item.family,
            item.value,
            item.bits,
            item.accountsWithValue,
            of,
            rarity(item),
          ];
      }
    }),
  ];
};

/** A row for each item of a link. */
const HEADER = [
  'a',
  'b',
  'operator',
  'link_bits',
  'prior_bits',
  'items',
  'item',
  'kind',
  'family',
  'value',
  'item_bits',
  'accounts_with_value',
  'of_accounts',
  'rarity',
];

import { z } from 'zod';
import { formatUtc } from '../../../../../shared/time/zone.ts';
import { listGroups } from '../../../groups/read.ts';
import type { FilesOf } from '../../published/published.ts';
import { count, text, us, utc } from '../field-shapes.ts';
import { jsonFile } from '../file-of.ts';

/** `data/groups.json`: what people put together or keep apart, beside what the analysis found and never mixed with it. */
export const groupsShape = z.strictObject({
  groups: z.array(
    z.strictObject({
      id: text,
      of: z
        .enum(['operator', 'identity'])
        .describe('operators that act together, or accounts that are one and the same customer'),
      how: z.enum(['merge', 'split']),
      title: text,
      reason: text,
      accounts: z.array(text),
      from: z.array(
        z.strictObject({
          operator: text,
          accounts: count.nullable().describe('that the analysis has in it'),
        }),
      ),
      moved: z
        .array(z.strictObject({ account: text, was: text.nullable(), now: text.nullable() }))
        .describe('accounts that the analysis has elsewhere than when the group was made'),
      joined: z
        .array(z.strictObject({ account: text, operator: text }))
        .describe('accounts that its operators have now and it has not'),
      notInBundle: z.array(text).describe('accounts that this bundle holds nothing of'),
      overlaps: z.array(text).describe('other groups that name some of its accounts'),
      author: text,
      created: utc,
      createdUs: us,
    }),
  ),
});

export const groupsFiles: FilesOf = async ({ open: { db } }) => [
  jsonFile('data/groups.json', groupsShape, () => ({
    groups: listGroups(db).map((group) => ({
      id: group.id,
      of: group.of,
      how: group.how,
      title: group.title,
      reason: group.reason,
      accounts: group.accounts,
      from: group.from,
      moved: group.moved,
      joined: group.joined,
      notInBundle: group.missing,
      overlaps: group.overlaps,
      author: group.author,
      created: formatUtc(group.createdUs),
      createdUs: group.createdUs,
    })),
  })),
];

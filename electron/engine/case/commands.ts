import { z } from 'zod';
import { HANDLING } from '../../../shared/contract/cases.ts';
import { defineCommand } from '../commands/kinds.ts';

/** The first act of every case: what it is called and how it is to be handled. */
export const describeCase = defineCommand({
  kind: 'case.create',
  payload: z.strictObject({
    id: z.uuid(),
    name: z.string(),
    reference: z.string(),
    handling: z.enum(HANDLING),
    timeZone: z.string(),
    createdUs: z.int(),
  }),
  apply(db, payload) {
    const put = db.prepare('INSERT INTO case_property (name, value) VALUES (?, ?)');
    for (const [name, value] of Object.entries(payload)) put.run(name, String(value));
    return null;
  },
  title: ({ name }) => `create the case ${name}`,
});

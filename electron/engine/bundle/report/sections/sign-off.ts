import { listRecords } from '../../../records/read.ts';
import { table } from '../report-html.ts';
import type { Section } from '../section.ts';

/** Who signs, with room for hand and date; nothing is signed by having been printed. */
export const signOff: Section = {
  id: 'sign-off',
  title: 'Sign-off',
  *body({ open: { db }, voice, findings }) {
    const people = listRecords(db, 'person');
    yield '<p>Printed names are not signatures. Whoever dissents says so here, too.</p>\n';
    const verdicts = (name: string) =>
      findings
        .flatMap(({ number, detail }) =>
          detail.verdicts
            .filter(({ author }) => author === name)
            .map(
              ({ verdict }) =>
                `${number} ${verdict === 'agrees' ? 'agrees' : '<span class="against">dissents</span>'}`,
            ),
        )
        .join(', ');
    const known = new Set(people.map(([name]) => name));
    const others = [
      ...new Set(
        findings.flatMap(({ body, detail }) => [body.author, ...detail.verdicts.map(({ author }) => author)]),
      ),
    ]
      .filter((name) => !known.has(name))
      .sort();
    const rows = [
      ...people.map(([name, { role }]) => [name, role] as const),
      ...others.map((name) => [name, ''] as const),
    ];
    yield* table(
      [
        { title: 'Name', width: 22 },
        { title: 'Role', width: 22 },
        { title: 'In this case', width: 20 },
        { title: 'Signature', width: 22 },
        { title: 'Date', width: 14 },
      ],
      [
        ...rows.map(([name, role]) => [
          voice.person(name) ?? '',
          voice.wrote(role) ?? '',
          verdicts(name) || '–',
          '<span class="sign"></span>',
          '',
        ]),
        ['<span class="sign"></span>', '', '', '', ''],
      ],
    );
  },
};

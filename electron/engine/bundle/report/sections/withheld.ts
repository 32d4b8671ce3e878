import type { Section } from '../section.ts';

/** What this reader is not shown, and why. */
export const withheld: Section = {
  id: 'withheld',
  title: 'What is withheld from this report',
  *body({ about }) {
    const names = about.redaction
      ? 'Names of accounts: pseudonyms stand for them, the same in every bundle of the case.'
      : 'Names of accounts: they are numbered in the order in which they are concerned.';
    yield `<p>This report is for sharing, so it quotes nothing:</p>
<ul>
<li>Prompts and the wording of templates, and every value that people or software put into requests.</li>
<li>${names}</li>
<li>Names of customers, organisations, files, cohorts and outside events, and all identifiers that tie accounts: their kinds and how rare they are stand here alone.</li>
<li>What people of the team wrote: claims, reasons, notes, rival hypotheses, and who said what. How likely each finding is held to be, how many agreed and how many dissented stands here.</li>
<li>Pinned pictures and the questions of exhibits; their hashes stand here, so that they can be matched with a fuller bundle.</li>
</ul>
<p>Whoever needs more asks the maker of the bundle, naming the finding or exhibit by its number and the case by its identifier. Other files of the bundle hold what was chosen for them, which may be more than this report.</p>\n`;
  },
};

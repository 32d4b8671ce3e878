import { formatUtc } from '../../../shared/time/zone.ts';
import type { FilesOf, Published } from './published/published.ts';
import { visible } from './visible-text.ts';

/** The four commands that check a bundle by hand; also printed in the report. */
export const HAND_CHECK = `sha256sum BUNDLE.zip          # compare with the value its maker gave you
unzip BUNDLE.zip -d bundle && cd bundle
sha256sum -c --quiet manifest-sha256.txt tagmanifest-sha256.txt &&
  sha512sum -c --quiet manifest-sha512.txt tagmanifest-sha512.txt
find data -type f | wc -l; wc -l < manifest-sha256.txt          # the same number twice`;

/** Where a bundle is signed; minisign is a program of its own. */
export const SIGNATURE_CHECK = 'minisign -V -m tagmanifest-sha512.txt -p signing-key.pub';

/** Checks of custody.ndjson in the unzipped folder, for bash with jq. */
export const CUSTODY_CHECK = `cd data/provenance
# 1. Each entry has the hash stated beside it: prints nothing.
while IFS= read -r line; do printf %s "$line" | jq -j .entry | sha256sum | cut -c 1-64; done < custody.ndjson | diff - <(jq -r .hash custody.ndjson)
# 2. Each entry names the hash of the entry before, the first 64 zeros: prints nothing.
diff <(jq -r '.entry | fromjson | .prev' custody.ndjson) <(printf '%064d\\n' 0; jq -r .hash custody.ndjson | sed '$d')`;

/** data/README.txt: what the bundle is, how to check it without Stillwatch, what is in it and what is not. */
export const readmeFiles: FilesOf = async (published) => [
  { path: 'data/README.txt', content: readmeText(published) },
];

export function readmeText({ open, about }: Published): string {
  const { id, name, reference } = open.info();
  const { choice, madeBy, redaction, omitted } = about;
  const line = (text: string) => visible(text, 300);
  const marking = choice.pap === '' ? choice.handling : `${choice.handling} ${choice.pap}`;
  return `MARKING: ${marking}

Case bundle
  Case        ${line(name)}
  Reference   ${reference === '' ? 'none' : line(reference)}
  Id          ${line(id)}
  Exported    ${formatUtc(about.exportedUs)} by ${line(about.exportedBy)}
  Made with   ${line(`${madeBy.name} ${madeBy.version}`)}, bundle layout ${about.schemaVersion}
  Report      for ${READERS[choice.template]}
  For         ${choice.recipients === '' ? 'nobody is named' : visible(choice.recipients.replaceAll(/\s+/g, ' '), 1000)}

This is a BagIt 1.0 bag (RFC 8493) in a zip. It holds what people claim and marked about usage
records, the records behind it, and where these came from. It is not a finding that anyone broke a
contract or a law.


HOW TO VERIFY BY HAND

Put the name of the zip for BUNDLE.zip. In the third command silence means that every
file is as it was; the fourth prints two different numbers when a file was added.

${HAND_CHECK}

On macOS use shasum -a 256 and shasum -a 512 in place of sha256sum and sha512sum.
The checksums inside a bundle show accidents and careless changes. Somebody who changes a file and
writes all checksums anew is found out by the first command, or by the signature.

${signedBy(about)}

${SIGNATURE_CHECK}

A key that comes with a bundle proves nothing by itself: compare it with the one that its maker gave
you by another way. With Node.js 18 or newer, "node verify.mjs BUNDLE.zip" checks all of this; a copy
lies at data/verify.mjs, but one that you have from elsewhere is worth more, since whoever packed a
bundle chose what is in it. Stillwatch itself also makes every file again from the published tables:
"verify BUNDLE.zip --recompute".

The custody log, data/provenance/custody.ndjson, is a chain. Each line holds a number, the text of one entry
as a JSON string, and the SHA-256 of that text in UTF-8. Each text is JSON whose "prev" is the hash of the
entry before; that of the first entry is 64 zeros. The hash of the last entry is also in bag-info.txt as
Custody-Head. With bash and jq:

${CUSTODY_CHECK}
${redaction === null ? '' : REDACTED_LOG}

WHAT IS IN IT

  data/report.html                    the report to read; open it in any browser, it loads nothing
  data/report.pdf                     the same on pages; only where a window made the bundle: the
                                      command line draws no pages, so its bundles have none
  data/bundle.json                    what the bundle says of itself: what was chosen, what was left out
  data/case.json                      the case: question, marking, counts
  data/findings.json                  findings with likelihood, confidence and verdicts
  data/hypotheses.json                rival explanations and how people rated them
  data/exhibits/                      pinned evidence, each with its query, its result and its hashes
  data/evidence/requests.ndjson       the requests of the bundle, with what cites each
  data/evidence/requests.csv          the same as a table
  data/evidence/                      beside them accounts, identifiers and links as tables
  data/charts/, data/graph/           pictures with their numbers; who is linked to whom
  data/stix/                          the same findings as STIX 2.1
  data/schema/                        JSON Schema of the JSON files
  data/provenance/                    imported files with SHA-256 and mapping; the custody log
  data/tables/                        the tables that every other file is made from
  data/verify.mjs                     checks a bundle with nothing but Node.js

Which of these are there depends on what was chosen and on what the case holds; manifest-sha256.txt
names all.

References: account:<id>, operator:<id>, range:<from>-<to>@account:<id> (microseconds since 1970 UTC, the end
not included), request:<SHA-256 of the source>/<row> (data records counted from 1). Times in data files are UTC.


NOTE ON CSV

In the CSV files a text that a spreadsheet might run as a formula (it starts with = + - @ or the like, also
behind blanks or quotes) has a ' put before it, so those bytes differ from the source. Take one ' away to get
the original. Columns of numbers are not touched. The NDJSON files are exact.


WHAT WAS REPLACED

${redactionText(redaction)}


WHAT WAS LEFT OUT

${omitted.length === 0 ? 'Nothing beyond what is said above.' : omitted.map((sentence) => `- ${visible(sentence, 600)}`).join('\n')}

MARKING: ${marking}
`;
}

function signedBy({ signer }: Published['about']): string {
  const files = 'tagmanifest-sha512.txt.minisig and signing-key.pub';
  if (signer === null)
    return `This bundle was made without a signature; one that is signed has ${files}\nbeside the manifests. With minisign:`;
  return `This bundle was made to be signed by ${visible(signer.owner, 100)}, with the key
${visible(signer.publicKey, 100)} (fingerprint ${visible(signer.fingerprint, 60)}):
${files} lie beside the manifests. With minisign:`;
}

const READERS = {
  internal: 'the team that made it',
  regulator: 'an authority',
  partner: 'a partner; it quotes nobody',
  clearance: 'somebody who was looked at',
} as const;

const REDACTED_LOG = `
In this bundle what entries name was replaced, and each stands beside the hash of its original text: the first
check prints lines for those, the second still prints nothing.
`;

function redactionText(redaction: Published['about']['redaction']): string {
  if (redaction === null) return 'Nothing: names and identifiers are those of the data.';
  const rules = redaction.rules.map(
    ({ field, rule, values }) => `- ${visible(field, 100)}: ${visible(rule, 300)} (${values} values)`,
  );
  const cells = redaction.smallCells.map((sentence) => `- ${visible(sentence, 300)}`);
  return `The same value always becomes the same, under a key that is not in the bundle (key ${visible(redaction.keyId, 40)}).
${[...rules, ...cells].join('\n')}`;
}

import { formatUtc } from '../../../shared/time/zone.ts';
import type { BundleContent } from './content.ts';
import { BUNDLE_SCHEMA_VERSION } from './published/about.ts';
import { visible } from './visible-text.ts';

/** The four commands that check a bundle by hand; also printed in the report. */
export const HAND_CHECK = `sha256sum BUNDLE.zip          # compare with the value its maker gave you
unzip BUNDLE.zip -d bundle && cd bundle
sha256sum -c --quiet manifest-sha256.txt tagmanifest-sha256.txt &&
  sha512sum -c --quiet manifest-sha512.txt tagmanifest-sha512.txt
find data -type f | wc -l; wc -l < manifest-sha256.txt          # the same number twice`;

/** Checks of custody.ndjson in the unzipped folder, for bash with jq. */
export const CUSTODY_CHECK = `cd data/provenance
# 1. Each entry has the hash stated beside it: prints nothing.
while IFS= read -r line; do printf %s "$line" | jq -j .entry | sha256sum | cut -c 1-64; done < custody.ndjson | diff - <(jq -r .hash custody.ndjson)
# 2. Each entry names the hash of the entry before, the first 64 zeros: prints nothing.
diff <(jq -r '.entry | fromjson | .prev' custody.ndjson) <(printf '%064d\\n' 0; jq -r .hash custody.ndjson | sed '$d')`;

/** data/README.txt: what the bundle is, how to check it without Stillwatch, what is in it and what is not. */
export function readme({
  app,
  case: { handling, id, name, reference },
  exportedUs,
  omitted,
}: BundleContent): string {
  const line = (text: string) => visible(text, 300);
  return `HANDLING: ${handling}

Case bundle
  Case        ${line(name)}
  Reference   ${reference === '' ? 'none' : line(reference)}
  Id          ${line(id)}
  Exported    ${formatUtc(exportedUs)}
  Made by     ${line(`${app.name} ${app.version}`)}, bundle layout ${BUNDLE_SCHEMA_VERSION}

This is a BagIt 1.0 bag (RFC 8493) in a zip. It holds what people marked in usage records, the records they
cited, and where these came from. It is not a finding that anyone broke a contract or a law.


HOW TO VERIFY BY HAND

Put the name of the zip for BUNDLE.zip. In the third command silence means that every
file is as it was; the fourth prints two different numbers when a file was added.

${HAND_CHECK}

On macOS use shasum -a 256 and shasum -a 512 in place of sha256sum and sha512sum.
The checksums inside a bundle show accidents and careless changes. Somebody who changes a file and writes all
checksums anew is found out by the first command only, so ask the maker of the bundle for its SHA-256.

The custody log, data/provenance/custody.ndjson, is a chain. Each line holds a number, the text of one entry
as a JSON string, and the SHA-256 of that text in UTF-8. Each text is JSON whose "prev" is the hash of the
entry before; that of the first entry is 64 zeros. The hash of the last entry is also in bag-info.txt as
Custody-Head. With bash and jq:

${CUSTODY_CHECK}


WHAT IS IN IT

  data/report.html                    the report to read; open it in any browser, it loads nothing
  data/case.json                      the case, the data set, the measures of the annotated accounts
  data/annotations.ndjson             the annotations, one JSON object per line
  data/evidence/requests.ndjson       the cited requests: normalised fields, beside them as "raw" the source's
                                      own text where it differs, as "extra" the columns with no field of their own
  data/evidence/requests.csv          the same as a table
  data/charts/                        the timeline of each annotated account: picture and numbers
  data/provenance/sources.csv         the imported files: SHA-256, size, rows read, stored, refused
  data/provenance/mappings/           how the columns of each were read; named by the file's SHA-256
  data/provenance/custody.ndjson      who did what, as stored in the case

References: account:<id>, range:<from>-<to>@account:<id> (microseconds since 1970 UTC, the end not included),
request:<SHA-256 of the source>/<row> (data records counted from 1). Times in data files are UTC.


NOTE ON CSV

In the CSV files a text that a spreadsheet might run as a formula (it starts with = + - @ or the like, also
behind blanks or quotes) has a ' put before it, so those bytes differ from the source. Take one ' away to get
the original. Columns of numbers are not touched. The NDJSON files are exact.


WHAT WAS LEFT OUT

${omitted.length === 0 ? 'Nothing beyond what is said above.' : omitted.map((sentence) => `- ${line(sentence)}`).join('\n')}

HANDLING: ${handling}
`;
}

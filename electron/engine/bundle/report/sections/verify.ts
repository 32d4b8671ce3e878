import { escapeMarkup } from '../../../../../shared/escape-markup.ts';
import { HAND_CHECK, SIGNATURE_CHECK } from '../../readme.ts';
import type { Reading } from '../reading.ts';
import { facts, ident } from '../report-html.ts';
import type { Section } from '../section.ts';

/** How anybody checks the bundle, with this program, with Node alone, or by hand. */
export const verify: Section = {
  id: 'verify',
  title: 'How to verify',
  *body(reading) {
    const { about } = reading;
    yield `<p>This report is one file of a bundle (BagIt 1.0, layout version ${about.schemaVersion}). Whoever made it can state the SHA-256 of the whole bundle over another channel; with that, nothing in it can change unnoticed. By hand, in four commands, on any system with the usual tools:</p>
<pre>${escapeMarkup(HAND_CHECK)}</pre>
<p>With Node alone, <code>node verify.mjs BUNDLE.zip</code> does the same and checks the custody log and the signature; a copy lies at <code>data/verify.mjs</code>, but one from elsewhere is worth more, since whoever packed a bundle chose what is in it. With the program, <code>verify BUNDLE.zip --recompute</code> makes this report and every other file again from the published tables and compares them byte by byte.</p>
${signature(reading)}
<pre>${escapeMarkup(SIGNATURE_CHECK)}</pre>
<p>The file <code>data/README.txt</code> says how to check the custody log by hand.</p>\n`;
  },
};

function signature({ about: { signer }, voice }: Reading): string {
  const compare =
    'A key inside a bundle proves nothing by itself: compare it with the one that its maker gave over another channel.';
  if (signer === null)
    return `<p>This bundle was made without a signature. One that is signed has <code>tagmanifest-sha512.txt.minisig</code> and the public key <code>signing-key.pub</code> beside the manifests. ${compare}</p>`;
  const owner = voice.person(signer.owner);
  return `${facts([
    ...(owner === null ? [] : [['To be signed by', owner] as const]),
    ['Public key', ident(signer.publicKey)],
    ['Fingerprint', ident(signer.fingerprint)],
  ])}<p>The signature <code>tagmanifest-sha512.txt.minisig</code> and the public key <code>signing-key.pub</code> lie beside the manifests. ${compare}</p>`;
}

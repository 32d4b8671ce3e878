import { escapeMarkup } from '../../../../../shared/escape-markup.ts';
import { HAND_CHECK, SIGNATURE_CHECK } from '../../readme.ts';
import type { Section } from '../section.ts';

/** How anybody checks the bundle, with this program, with Node alone, or by hand. */
export const verify: Section = {
  id: 'verify',
  title: 'How to verify',
  *body({ about }) {
    yield `<p>This report is one file of a bundle (BagIt 1.0, layout version ${about.schemaVersion}). Whoever made it can state the SHA-256 of the whole bundle over another channel; with that, nothing in it can change unnoticed. By hand, in four commands, on any system with the usual tools:</p>
<pre>${escapeMarkup(HAND_CHECK)}</pre>
<p>With Node alone, <code>node verify.mjs BUNDLE.zip</code> does the same and checks the custody log and the signature; a copy lies at <code>data/verify.mjs</code>, but one from elsewhere is worth more, since whoever packed a bundle chose what is in it. With the program, <code>verify BUNDLE.zip --recompute</code> makes this report and every other file again from the published tables and compares them byte by byte.</p>
<p>If the bundle is signed, <code>tagmanifest-sha512.txt.minisig</code> and the public key <code>signing-key.pub</code> lie beside the manifests. A key inside a bundle proves nothing by itself: compare it with the one its maker gave over another channel.</p>
<pre>${escapeMarkup(SIGNATURE_CHECK)}</pre>
<p>The file <code>data/README.txt</code> says how to check the custody log by hand.</p>\n`;
  },
};

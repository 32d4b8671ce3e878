import type { Problem, SignatureReport, TimeStampReport } from '../../../../shared/contract/bundles.ts';
import { allEnded } from '../../jobs/all-ended.ts';
import { type BagFiles, checkBag } from '../bag/bag-check.ts';
import { SIGNATURE_FILE } from '../bag/bag-manifest.ts';
import type { BundleAbout } from '../published/about.ts';
import { ABOUT_PATH, CUSTODY_PATH } from '../published/paths.ts';
import { checkContents } from './contents-check.ts';
import { checkCustody } from './custody-check.ts';
import { checkLayout, SCRIPT_FILE } from './layout.ts';
import { scriptFile } from './script-file.ts';
import { checkSignature } from './signature-check.ts';
import { checkStamp, type StampBeside } from './stamp-check.ts';

export interface BundleCheck {
  readonly problems: readonly Problem[];
  readonly signature: SignatureReport;
  readonly timeStamp: TimeStampReport;
  readonly notes: readonly string[];
}

/** Everything that can be checked of the files of a bundle, however they are packed. */
export async function checkBundle(
  files: BagFiles,
  stamp: StampBeside | undefined,
  expectedKey: string | undefined,
): Promise<BundleCheck> {
  // Side by side, since the bag is hashed on another thread.
  const [bag, contents] = await allEnded([checkBag(files, { complete: true }), checkContents(files)]);
  const signature = checkSignature(bag.tags, expectedKey);
  const time = checkStamp(bag.tags, stamp);
  const problems = [
    ...bag.problems,
    ...checkLayout(files.paths, bag.info),
    ...signature.problems,
    ...time.problems,
  ];
  const notes: string[] = [];
  problems.push(...contents.problems, ...otherSigner(contents.about?.signer ?? null, signature.signature));
  if (files.paths.includes(CUSTODY_PATH)) {
    const redacted = contents.about?.redaction !== null && contents.about !== null;
    const custody = await checkCustody(files.read(CUSTODY_PATH), bag.info, redacted);
    problems.push(...custody.problems);
    notes.push(...custody.notes);
  }
  if (files.paths.includes(SCRIPT_FILE) && !(await isOurScript(files))) {
    notes.push(
      `${SCRIPT_FILE} is not the script of this version of Stillwatch. Read it before you run it, or use one that you have from elsewhere.`,
    );
  }
  return { problems, signature: signature.signature, timeStamp: time.timeStamp, notes };
}

/** A bundle says in its own files who signs it, so taking the signature away, or signing it by another key, shows. */
function otherSigner(said: BundleAbout['signer'], found: SignatureReport): Problem[] {
  if (said === null || found.state === 'broken') return [];
  if (found.state !== 'none' && found.publicKey === said.publicKey) return [];
  const problem = `is not by the key with the fingerprint ${said.fingerprint}, which ${ABOUT_PATH} names`;
  return [{ file: SIGNATURE_FILE, problem }];
}

async function isOurScript(files: BagFiles): Promise<boolean> {
  const { content: ours } = await scriptFile();
  let at = 0;
  for await (const chunk of files.read(SCRIPT_FILE)) {
    if (Buffer.compare(ours.subarray(at, at + chunk.length), chunk) !== 0) return false;
    at += chunk.length;
  }
  return at === ours.length;
}

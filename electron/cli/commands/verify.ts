import type { SignatureReport, TimeStampReport, Verification } from '../../../shared/contract/bundles.ts';
import { formatUtc } from '../../../shared/time/zone.ts';
import { recomputeBag } from '../../engine/bundle/verify/recompute.ts';
import { verifyBundle } from '../../engine/bundle/verify/verify.ts';
import { type Command, required } from '../command.ts';
import { shown } from '../table.ts';

export const command: Command = {
  usage: 'verify BUNDLE.zip [--recompute] [--key RW..]',
  about:
    'Checks every byte of a bundle, and with --recompute makes everything again from its tables; exits with 1 and names the files when something does not hold.',
  options: { recompute: { type: 'boolean' }, key: { type: 'string' } },
  async run({ words, options, job }) {
    const path = required(words, 0, 'The path of the bundle');
    const found = await verifyBundle(path, {
      signal: job.signal,
      onProgress: job.progress,
      ...(typeof options.key === 'string' && { expectedKey: options.key }),
      ...(options.recompute === true && { recompute: recomputeBag }),
    });
    return { json: found, text: told(found).join('\n'), status: found.ok ? 0 : 1 };
  },
};

function told({ ok, files, problems, signature, timeStamp, recompute, notes }: Verification): string[] {
  const all = [...problems, ...(recompute?.problems ?? [])];
  const same = recompute?.exhibits.filter(({ state }) => state === 'match').length ?? 0;
  return [
    ok
      ? `The bundle holds: ${files} files, all as written.`
      : `The bundle does not hold: ${all.length} problems. Do not rely on what it says.`,
    ...all.map(({ file, problem }) => `  ${shown(file)}: ${shown(problem)}`),
    ...signatureLines(signature),
    stampLine(timeStamp),
    ...(recompute
      ? [
          `Made again from its tables: ${recompute.files} files and ${recompute.exhibits.length} exhibits, ${same} of them the same.`,
        ]
      : []),
    ...notes.map((note) => `Not checked: ${shown(note)}`),
  ];
}

function signatureLines(signature: SignatureReport): string[] {
  switch (signature.state) {
    case 'none':
      return ['Not signed: whoever rewrote it with all its checksums would not be found out.'];
    case 'broken':
      return ['The signature does not hold.'];
    case 'unknown':
      return [
        'Signed, by a key that nobody here vouched for: compare the fingerprint with what its owner told you.',
        ...keyLines(signature),
      ];
    case 'other':
      return ['Signed by another key than the expected one.', ...keyLines(signature)];
    case 'expected':
      return ['Signed by the expected key.', ...keyLines(signature)];
  }
}

function keyLines({ fingerprint, comment }: Extract<SignatureReport, { fingerprint: string }>): string[] {
  return [`  Fingerprint ${fingerprint}`, `  The signer wrote: ${shown(comment)}`];
}

function stampLine(stamp: TimeStampReport): string {
  switch (stamp.state) {
    case 'none':
      return 'No time stamp.';
    case 'broken':
      return 'The time stamp does not hold.';
    case 'stamped':
      return `Time-stamped ${formatUtc(stamp.timeUs)} by ${shown(stamp.authority)}; whether its certificate (SHA-256 ${stamp.certificateSha256}) deserves trust is not decided here.`;
  }
}

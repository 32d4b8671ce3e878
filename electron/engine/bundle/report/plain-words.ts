/**
 * Words that say or suggest that somebody did wrong, by their beginnings. A report to somebody who was looked at and
 * found innocent holds none of them.
 */
export const BLAMING = [
  'abus',
  'accus',
  'adversar',
  'attack',
  'blame',
  'breach',
  'campaign',
  'cheat',
  'circumvent',
  'clandestin',
  'conceal',
  'covert',
  'crim',
  'culprit',
  'deceit',
  'decei',
  'decepti',
  'disguis',
  'dishonest',
  'distill',
  'evad',
  'evasi',
  'exfiltrat',
  'extract',
  'fake',
  'fraud',
  'guilt',
  'harvest',
  'illegal',
  'illegitim',
  'illicit',
  'infring',
  'launder',
  'malicious',
  'misconduct',
  'misus',
  'offence',
  'offend',
  'offens',
  'perpetrat',
  'scam',
  'shady',
  'steal',
  'stole',
  'suspect',
  'suspici',
  'theft',
  'unauthoris',
  'unauthoriz',
  'unlawful',
  'violat',
  'wrongdo',
] as const;

const BLAME = new RegExp(`(?<![a-z])(?:${BLAMING.join('|')})`, 'iu');

/** Whether a text could be read out to an honest customer. */
export function isPlain(text: string): boolean {
  return !BLAME.test(text.normalize('NFKC'));
}

import { annotationCommand } from '../annotation-command.ts';

export const command = annotationCommand({
  kind: 'comment',
  usage: 'note CASE --on REFERENCE "text"',
  about: 'Writes a comment on an account, a time range or a request.',
  text: 'The text',
});

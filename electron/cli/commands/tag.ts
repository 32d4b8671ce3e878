import { annotationCommand } from '../annotation-command.ts';

export const command = annotationCommand({
  kind: 'tag',
  usage: 'tag CASE --on REFERENCE NAME',
  about: 'Tags an account, a time range or a request.',
  text: 'The name of the tag',
});

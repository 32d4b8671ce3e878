import { createSigningKey, forgetSigningKey, signingState } from '../../../shared/contract/signing.ts';
import { handle } from '../handle.ts';
import { createOwnKey, forgetOwnKey, signingState as state } from './own-key.ts';

export const handlers = [
  handle(signingState, (context) => state(context)),
  handle(createSigningKey, (context, { owner, secret }) => createOwnKey(context, owner, secret)),
  handle(forgetSigningKey, (context) => forgetOwnKey(context)),
];

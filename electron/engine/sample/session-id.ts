import type { Rng } from '../rng.ts';

/** A session's id; unique in practice, and not remembered, since there are hundreds of thousands. */
export function mintSession(rng: Rng): string {
  return `se_${rng.hex(12)}`;
}

/** The id as the log shows it: sessions belong to an account, so one that is handed over gets another id. */
export function sessionOnAccount(sessionId: string, accountId: string): string {
  return [sessionId, accountId.slice(-4)].join('');
}

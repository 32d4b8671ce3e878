import { expect, it } from 'vitest';
import { linkAccounts } from '../../../../electron/engine/analysis/links/link-accounts.ts';
import { listBy } from './worlds.ts';

const ACCOUNTS = 1000;
const HOLDERS = 12;

/** Twelve accounts with one template; those below `tied` share a card by twos. */
function operator(tied: number, organization?: Uint32Array) {
  const lists = [
    listBy('template', ACCOUNTS, (a) => (a < HOLDERS ? 'template' : `own ${a}`)),
    listBy('payment_fingerprint', ACCOUNTS, (a) => (a < tied ? `card ${a >> 1}` : `own ${a}`)),
  ];
  return linkAccounts({ accounts: ACCOUNTS, lists, organization }, { seed: 1 });
}

it('a template links all its holders once a third of them is tied by other evidence', () => {
  expect(operator(4).a.length).toBe((HOLDERS * (HOLDERS - 1)) / 2);
});

it('a template of strangers, or of few that are tied, links nobody by itself', () => {
  expect(operator(0).a.length).toBe(0);
  expect(operator(2).a.length).toBe(1);
});

it('accounts of one organisation vouch for nothing', () => {
  const organization = Uint32Array.from({ length: ACCOUNTS }, (_, a) => (a < 4 ? 1 : 0));
  expect(operator(4, organization).a.length).toBe(2);
});

import { describe, expect, it } from 'vitest';
import { listOfRequests } from '../../../../electron/engine/analysis/links/identifier-list.ts';
import { linkAccounts } from '../../../../electron/engine/analysis/links/link-accounts.ts';
import { sharedIdentifiers } from '../../../../electron/engine/analysis/signals/s13-shared-identifiers.ts';
import type { SignalContext } from '../../../../electron/engine/analysis/signals/signal.ts';
import { tiny } from './tiny.ts';

const paid = (account: string, paymentFingerprint: string) => ({ account, paymentFingerprint });

/** With templates among what links are made from, as analyses have them. */
function withTemplates(context: SignalContext): SignalContext {
  const { data, digests } = context;
  const lists = [
    ...context.lists,
    {
      list: listOfRequests('template', digests.template, digests.templates.length, data.account),
      values: digests.templates.map(({ text }) => text),
    },
  ];
  const links = linkAccounts(
    { accounts: data.accounts.length, lists: lists.map(({ list }) => list) },
    { seed: 1 },
  );
  return { ...context, lists, links };
}

describe('shared identifiers', () => {
  const requests = ['a', 'b', 'c', 'd'].map((account) => ({ account }));
  const context = tiny(requests, {
    records: [paid('a', 'card 1'), paid('b', 'card 1'), paid('c', 'card 2')],
    operators: [['a', 'b']],
  });
  // m 0.6, least u 1e-7, prior 2^-10.
  const bits = Math.log2(0.6 / 1e-7) - 10;

  it('has the strongest link by hand', () => {
    const found = sharedIdentifiers.accounts?.(context);
    expect(found?.values[0]).toBeCloseTo(bits, 12);
    expect(found?.values[1]).toBeCloseTo(bits, 12);
    expect(found?.values[2]).toBe(0);
    expect(found?.values[3]).toBeNaN();
    expect(Array.from(found?.n ?? [])).toEqual([1, 1, 1, 0]);
    expect(found?.detail(0)).toBe(
      'The account carries 1 identifier value; its strongest link is to "b": payment fingerprint +22.5 bits, prior -10.0 bits.',
    );
  });

  it('reports an operator’s links, which found it, without bits', () => {
    const found = sharedIdentifiers.operator?.(context, context.operators[0]);
    expect(found?.value).toBeCloseTo(bits, 12);
    expect(found).toMatchObject({ n: 1, bits: 0 });
    expect(sharedIdentifiers.operator?.(context, Uint32Array.of(2, 3))).toBeUndefined();
  });

  it('leaves shared templates out', () => {
    const templated = withTemplates(
      tiny(
        requests.map(({ account }) => ({ account, template: account < 'c' ? 'T' : 'U' })),
        { records: [paid('a', 'card 1'), paid('b', 'card 1'), paid('c', 'card 2')], operators: [['a', 'b']] },
      ),
    );
    expect(templated.links.bits[0]).toBeGreaterThan(bits + 3);
    expect(sharedIdentifiers.accounts?.(templated).values[0]).toBeCloseTo(bits, 12);
  });

  it('gives strangers nothing', () => {
    const strangers = tiny(
      Array.from({ length: 60 }, (_, i) => ({
        account: `a${i}`,
        device: `d${i}`,
        headerFingerprint: `h${i % 3}`,
        asn: `AS${i % 5}`,
      })),
    );
    expect(Math.max(...(sharedIdentifiers.accounts?.(strangers).values ?? []))).toBe(0);
  });

  it('says why it cannot be had', () => {
    expect(sharedIdentifiers.disabled(context)).toBeNull();
    expect(sharedIdentifiers.disabled(tiny([{ account: 'a' }]))).toMatch(/identifiers\.$/);
  });
});

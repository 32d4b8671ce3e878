import { expect, test } from 'vitest';
import { accountId, totalsOf } from '../../../../electron/engine/accounts/totals.ts';
import { readActivity } from '../../../../electron/engine/timeline/activity.ts';
import { importText, lines } from './import-text.ts';

test('OpenAI audit events keep who and from where, and count as no request', async () => {
  const { open, source, rows } = await importText(
    lines(
      {
        id: 'audit_log-1',
        type: 'login.failed',
        effective_at: 1_777_888_800,
        actor: {
          type: 'session',
          session: {
            user: { id: 'user-1', email: 'a@example.com' },
            ip_address: '192.0.2.1',
            user_agent: 'Mozilla',
          },
        },
        'login.failed': { error_code: 'x' },
      },
      {
        id: 'audit_log-2',
        type: 'api_key.created',
        effective_at: 1_777_888_801,
        project: { id: 'proj_1', name: 'P' },
        actor: { type: 'api_key', api_key: { id: 'key_1', service_account: { id: 'sa_1' } } },
      },
    ),
  );
  expect(source).toMatchObject({ preset: 'OpenAI audit log', stored: 2 });
  expect(rows).toMatchObject([
    {
      account_id: 'user-1',
      ip: '192.0.2.1',
      user_agent: 'Mozilla',
      endpoint: 'login.failed',
      status: 'failed',
      time_us: 1_777_888_800_000_000,
    },
    { account_id: 'sa_1', api_key_id: 'key_1', organization_id: 'proj_1' },
  ]);
  const id = accountId(open.db, 'sa_1') as number;
  expect(totalsOf(open.db, id)).toMatchObject({ requests: 0, firstUs: 1_777_888_801_000_000 });
  expect(readActivity(open.db, id).bin).toHaveLength(0);
  expect(open.info().counts.requests).toBe(0);
});

test('Anthropic activities likewise', async () => {
  const { rows } = await importText(
    lines({
      id: 'activity_1',
      created_at: '2026-05-04T10:00:00.000000Z',
      organization_id: 'org',
      type: 'user_logged_in',
      actor: {
        type: 'user_actor',
        email_address: 'a@example.com',
        user_id: 'user_1',
        ip_address: '192.0.2.2',
        user_agent: 'ua',
      },
    }),
  );
  expect(rows).toMatchObject([
    { account_id: 'user_1', ip: '192.0.2.2', organization_id: 'org', request_count: 0 },
  ]);
});

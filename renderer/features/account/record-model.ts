import type { AccountRecord, IdentifierKind } from '../../../shared/contract/records.ts';
import { formatMinute } from '../../ui/format.ts';

export const IDENTIFIER_TITLES: Readonly<Record<IdentifierKind, string>> = {
  organization: 'Organisation',
  api_key: 'API key',
  payment_fingerprint: 'Payment fingerprint',
  card_bin: 'Card BIN',
  email: 'E-mail',
  email_skeleton: 'E-mail shape',
  email_domain: 'E-mail domain',
  phone: 'Phone hash',
  device: 'Device',
  ip: 'IP',
  network: 'Network',
  asn: 'ASN',
  header_fingerprint: 'Header fingerprint',
  end_user: 'End user',
};

export interface StatedField {
  /** Differs from those of all other fields, whatever the columns of the file are called. */
  readonly key: string;
  readonly title: string;
  /** As the latest record that states it says; times in the zone, yes and no in words. */
  readonly value: string;
  /** The value could not be read as what the field holds. */
  readonly unread: boolean;
}

/** What the records of one account say now, field by field; fields that none states are left out. */
export function statedFields(records: readonly AccountRecord[], zone: string): readonly StatedField[] {
  const latest = <T>(of: (record: AccountRecord) => T | null | undefined): T | undefined =>
    records
      .toReversed()
      .map(of)
      .find((value) => value !== null && value !== undefined) ?? undefined;
  const text = (title: string, of: (record: AccountRecord) => string | null) => ({ title, read: latest(of) });
  const time = (us: number | null) => (us === null ? null : `${formatMinute(zone, us)} (${zone})`);
  const yesNo = (value: boolean | null) => (value === null ? null : value ? 'yes' : 'no');
  const fields = [
    text('Organisation', ({ organizationId }) => organizationId),
    {
      ...text('Created', ({ createdUs }) => time(createdUs)),
      unread: latest(({ unread }) => unread.created),
    },
    text('Plan', ({ plan }) => plan),
    text('Sign-up route', ({ signupRoute }) => signupRoute),
    text('E-mail', ({ email }) => email),
    text('Phone hash', ({ phoneHash }) => phoneHash),
    text('Payment fingerprint', ({ paymentFingerprint }) => paymentFingerprint),
    text('Card BIN', ({ cardBin }) => cardBin),
    text('KYC level', ({ kycLevel }) => kycLevel),
    text('Declared use', ({ declaredUse }) => declaredUse),
    {
      ...text('Training allowed', ({ trainingAllowed }) => yesNo(trainingAllowed)),
      unread: latest(({ unread }) => unread.trainingAllowed),
    },
    {
      ...text('Reseller', ({ reseller }) => yesNo(reseller)),
      unread: latest(({ unread }) => unread.reseller),
    },
  ];
  const names = [...new Set(records.flatMap((record) => Object.keys(record.extra)))];
  return [
    ...fields.flatMap(({ title, read, unread }: { title: string; read?: string; unread?: string }) => {
      if (read !== undefined) return [{ key: title, title, value: read, unread: false }];
      return unread === undefined ? [] : [{ key: title, title, value: unread, unread: true }];
    }),
    ...names.map((name) => ({
      key: `extra ${name}`,
      title: name,
      value: latest(({ extra: own }) => (Object.hasOwn(own, name) ? own[name] : undefined)) as string,
      unread: false,
    })),
  ];
}

export interface StatusStep {
  readonly source: string;
  readonly row: number;
  /** null for the state before any change, and for a time that cannot be read. */
  readonly sinceUs: number | null;
  /** The text of a time that cannot be read. */
  readonly unread: string | undefined;
  readonly status: string;
}

/** The statuses that records state, oldest first. */
export function statusHistory(records: readonly AccountRecord[]): readonly StatusStep[] {
  return records.flatMap(({ source, row, status, statusChangedUs, unread }) =>
    status === null ? [] : [{ source, row, sinceUs: statusChangedUs, unread: unread.statusChanged, status }],
  );
}

import { TABLES, type TableField, type TableKind } from '../../../../shared/contract/imports.ts';
import { fieldOf } from '../field-names.ts';

type Names = Readonly<Record<string, TableField>>;

/** Other headers that mean a canonical field beyond doubt, in lower case without separators. */
const SYNONYMS: Readonly<Record<Exclude<TableKind, 'requests'>, Names>> = {
  accounts: {
    account: 'account_id',
    accountid: 'account_id',
    customerid: 'account_id',
    organization: 'organization_id',
    organizationid: 'organization_id',
    organisation: 'organization_id',
    organisationid: 'organization_id',
    orgid: 'organization_id',
    createdat: 'created_at',
    createddate: 'created_at',
    gmtcreate: 'created_at',
    signupdate: 'created_at',
    signedupat: 'created_at',
    registeredat: 'created_at',
    registrationdate: 'created_at',
    planname: 'plan',
    subscriptionplan: 'plan',
    signuproute: 'signup_route',
    signupchannel: 'signup_route',
    emailaddress: 'email',
    mailaddress: 'email',
    phonehash: 'phone_hash',
    phonenumberhash: 'phone_hash',
    paymentfingerprint: 'payment_fingerprint',
    cardfingerprint: 'payment_fingerprint',
    cardbin: 'card_bin',
    kyclevel: 'kyc_level',
    kyctier: 'kyc_level',
    declareduse: 'declared_use',
    declaredusecase: 'declared_use',
    trainingallowed: 'training_allowed',
    reseller: 'reseller',
    isreseller: 'reseller',
    accountstatus: 'status',
    statuschangedat: 'status_changed_at',
    statuschangets: 'status_changed_at',
  },
  context: {
    time: 'timestamp',
    datetime: 'timestamp',
    ts: 'timestamp',
    eventtime: 'timestamp',
    eventkind: 'kind',
    eventtype: 'kind',
    title: 'label',
    eventname: 'label',
    sourceurl: 'source',
  },
};

/** The canonical field of a kind of table that a column's name means beyond doubt; undefined when it means none. */
export function tableFieldOf(kind: TableKind, column: string): TableField | undefined {
  if (kind === 'requests') return fieldOf(column);
  const name = column.trim().toLowerCase();
  const canonical = TABLES[kind].fields.find((field) => field === name);
  const squeezed = name.replace(/[\s_.-]/g, '');
  return (
    canonical ?? (Object.hasOwn(SYNONYMS[kind], squeezed) ? SYNONYMS[kind][squeezed] : bare(kind, squeezed))
  );
}

/** Canonical names without their separators, as in `accountId`. */
function bare(kind: TableKind, squeezed: string): TableField | undefined {
  return TABLES[kind].fields.find((field) => field.replaceAll('_', '') === squeezed);
}

import { useEffect, useState } from 'react';
import { accountRows } from '../../../shared/contract/accounts.ts';
import { listAnnotations } from '../../../shared/contract/annotations.ts';
import { getAccountRecords } from '../../../shared/contract/records.ts';
import { getRequest } from '../../../shared/contract/timeline.ts';
import { accountOfReference, formatReference, parseReference } from '../../../shared/reference.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { useAccountFilter } from '../../store/accounts.ts';
import { openReference } from '../../store/open-reference.ts';
import { useSession } from '../../store/session.ts';
import {
  commitRange,
  openAccount,
  pickRequest,
  useFilterRange,
  useProposedRange,
  useView,
} from '../../store/views.ts';
import { DetailHead } from '../../ui/detail-frame.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatCount } from '../../ui/format.ts';
import { useCall } from '../../ui/use-call.ts';
import { AnnotationForm } from './annotation-form.tsx';
import { AnnotationItem } from './annotation-item.tsx';
import { carriedBy, describeTarget, targetsOf } from './model.ts';
import { RequestFields } from './request-fields.tsx';
import { StarButton } from './star.tsx';
import './annotations.css';

/** The account under examination at the right: the picked request, what was noted, and a place to note more. */
export function DetailPanel() {
  const view = useView();
  const selected = useSelectedAccount(view.name === 'accounts');
  const account = view.name === 'account' ? view.account : selected;
  return (
    <aside className="detail" aria-label="Detail">
      {account === null ? (
        <p className="soft">Choose an account to see and add what was noted on it.</p>
      ) : (
        <AccountDetail key={account} account={account} />
      )}
    </aside>
  );
}

function AccountDetail({ account }: { account: string }) {
  const info = useSession((state) => state.case)!;
  const notesVersion = useSession((state) => state.notesVersion);
  const view = useView();
  const proposed = useProposedRange();
  const committed = useFilterRange();
  const here = view.name === 'account' ? view : null;
  const dataVersion = useSession((state) => state.dataVersion);
  const records = useCall(getAccountRecords, { account }, dataVersion);
  const around = records.value ? carriedBy(records.value) : [];
  const annotations = useCall(
    listAnnotations,
    { account, on: around.map(formatReference) },
    notesVersion,
    true,
  );
  const picked = useCall(getRequest, here?.request ? { reference: here.request } : null, dataVersion);
  const session = picked.value?.fields.find(({ name }) => name === 'session_id')?.value ?? null;
  const own = formatReference({ kind: 'account', account });
  const targets = targetsOf(
    account,
    info.timeZone,
    here && committed,
    here && proposed,
    here?.request ?? null,
    { around, session },
  );
  const list = annotations.value ?? [];
  const tags = list.filter(({ kind }) => kind === 'tag');
  const comments = list.filter(({ kind }) => kind === 'comment');
  // The account's own star stands on its button.
  const stars = list.filter(({ kind, on }) => kind === 'star' && on !== own);

  const show = (on: string) => {
    const reference = parseReference(on);
    const range = reference?.kind === 'range' ? { fromUs: reference.fromUs, toUs: reference.toUs } : null;
    const request = reference?.kind === 'request' ? on : null;
    if (reference && accountOfReference(reference) === null && !request) openReference(on, null);
    else if (!here) openAccount(account, range, request);
    else if (range) commitRange(range);
    else if (request) pickRequest(request);
  };
  const items = (of: typeof list) => (
    <ul className="notes">
      {of.map((annotation) => {
        const onAccount = parseReference(annotation.on)?.kind === 'account';
        return (
          <AnnotationItem
            key={annotation.id}
            annotation={annotation}
            zone={info.timeZone}
            on={onAccount ? '' : describeTarget(annotation.on, info.timeZone, false)}
            onShow={onAccount ? undefined : () => show(annotation.on)}
            readOnly={info.readOnly !== null}
          />
        );
      })}
    </ul>
  );

  return (
    <>
      <DetailHead
        kind="Account"
        id={account}
        onOpen={here ? null : () => openAccount(account)}
        acts={
          info.readOnly === null && (
            <StarButton
              reference={own}
              name={`account ${shownText(account, { max: 60 })}`}
              annotations={list}
            />
          )
        }
      />
      {here?.request && <RequestFields reference={here.request} onClose={() => pickRequest(null)} />}
      {annotations.error !== undefined && (
        <ErrorPanel error={annotations.error} onRetry={annotations.retry} />
      )}
      <section>
        <h3>
          Tags <span className="soft">{formatCount(tags.length)}</span>
        </h3>
        {items(tags)}
      </section>
      <section>
        <h3>
          Comments <span className="soft">{formatCount(comments.length)}</span>
        </h3>
        {items(comments)}
      </section>
      {stars.length > 0 && (
        <section>
          <h3>
            Stars within <span className="soft">{formatCount(stars.length)}</span>
          </h3>
          {items(stars)}
        </section>
      )}
      {info.readOnly === null ? (
        <section>
          <h3>Add</h3>
          <AnnotationForm targets={targets} />
        </section>
      ) : (
        <p className="warn">Nothing can be added: {info.readOnly}</p>
      )}
    </>
  );
}

/** The outside id of the account the table's cursor is on; the last one stays until the next has come. */
export function useSelectedAccount(active: boolean): string | null {
  const cursorId = useAccountFilter((state) => state.cursorId);
  const dataVersion = useSession((state) => state.dataVersion);
  const asked = active && cursorId !== null ? { ids: [cursorId] } : null;
  const rows = useCall(accountRows, asked, dataVersion, true);
  const account = rows.value?.[0]?.account ?? null;
  const [kept, setKept] = useState(account);
  useEffect(() => {
    if (account !== null) setKept(account);
  }, [account]);
  return asked === null ? null : (account ?? kept);
}

import { useEffect, useState } from 'react';
import { searchTexts, textsState } from '../../../shared/contract/texts.ts';
import { pickLogs } from '../../store/imports.ts';
import { useSession } from '../../store/session.ts';
import { makeTextsSearchable, searchTextsFor, useTexts } from '../../store/texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { useCall } from '../../ui/use-call.ts';
import { foundWords, unseenWords } from './model.ts';
import { TextTable } from './text-table.tsx';
import './search.css';

const PAGE = 50;
/** More rows than this nobody reads; another word tells texts apart better. */
const MOST = 200;
/** Typing that pauses this long is searched for. */
const SETTLED_MS = 200;

/** Searches the prompt texts of the case. Opening it makes texts searchable that are not yet. */
export function SearchView() {
  const info = useSession((state) => state.case)!;
  const dataVersion = useSession((state) => state.dataVersion);
  const { query, preparing, stopped, version } = useTexts();
  const asked = useSettled(query.trim(), SETTLED_MS);
  const [page, setPage] = useState({ query: asked, limit: PAGE });
  const limit = page.query === asked ? page.limit : PAGE;
  const fresh = dataVersion * 1e6 + version;
  const state = useCall(textsState, {}, fresh, true);
  const search = useCall(searchTexts, asked === '' ? null : { query: asked, limit, offset: 0 }, fresh, true);
  const texts = state.value;
  const waiting = texts !== undefined && texts.searchable < texts.texts;

  useEffect(() => {
    if (waiting && !stopped && info.readOnly === null) void makeTextsSearchable();
  }, [waiting, stopped, info.readOnly]);

  if (state.error !== undefined) return <ErrorPanel error={state.error} onRetry={state.retry} />;
  if (!texts) return null;
  const unseen = unseenWords(texts.olderSources);
  if (texts.texts === 0) {
    return (
      <EmptyState title="No prompt text in this case">
        <p>
          {unseen ??
            'Prompt texts can be searched here once a log with a column of prompt texts is imported. Logs with hashes of prompts alone have none.'}
        </p>
        <button type="button" className="primary" onClick={pickLogs}>
          Import logs
        </button>
      </EmptyState>
    );
  }
  const result = asked === '' ? undefined : search.value;
  return (
    <div className="page">
      <header className="view-head">
        <h1>Search</h1>
        <p className="soft">
          {formatUnits(texts.texts, 'distinct prompt text')} · shown only when revealed, which the custody log
          records
        </p>
      </header>
      <div className="toolbar">
        <input
          ref={focusOn}
          type="search"
          aria-label="Search prompt texts"
          placeholder="Words, “a phrase”, begin*"
          maxLength={500}
          value={query}
          onChange={(event) => searchTextsFor(event.target.value)}
        />
        {result && <output className="count">{foundWords(result, texts)}</output>}
      </div>
      {unseen && <p className="search-note soft">{unseen}</p>}
      {waiting && (
        <p className="search-note soft">
          {formatCount(texts.searchable)} of {formatUnits(texts.texts, 'text')} can be found by now.{' '}
          {preparing && 'The others are being made searchable.'}
          {!preparing && info.readOnly === null && (
            <button type="button" onClick={() => void makeTextsSearchable()}>
              Make all searchable
            </button>
          )}
          {info.readOnly !== null && 'The case is read-only, so the others stay as they are.'}
        </p>
      )}
      {search.error !== undefined && <ErrorPanel error={search.error} onRetry={search.retry} />}
      {!result && search.error === undefined && asked === '' && (
        <EmptyState title="Look for words in prompts">
          <p>
            Every word typed has to occur. Words between quotes have to stand side by side; an asterisk at the
            end of a word takes any word that begins so. Case and accents make no difference.
          </p>
        </EmptyState>
      )}
      {result && result.hits.length > 0 && (
        <>
          <TextTable key={asked} hits={result.hits} zone={info.timeZone} />
          {result.hits.length < result.total && (
            <p className="more">
              {limit < MOST ? (
                <button type="button" onClick={() => setPage({ query: asked, limit: limit + PAGE })}>
                  Show {PAGE} more
                </button>
              ) : (
                <span className="soft">
                  The {MOST} most used are listed. Further words narrow the search.
                </span>
              )}
            </p>
          )}
        </>
      )}
      {result && result.hits.length === 0 && (
        <EmptyState title={result.searched ? 'No text matches' : 'Nothing to look for'}>
          <p>
            {result.searched
              ? `None of ${formatUnits(texts.searchable, 'text')} that can be found has all of these words.`
              : 'A query needs at least one word or number.'}
          </p>
          <button type="button" onClick={() => searchTextsFor('')}>
            Clear the search
          </button>
        </EmptyState>
      )}
    </div>
  );
}

/** Who opens the search wants to type. */
const focusOn = (field: HTMLInputElement | null) => field?.focus();

/** The value once it has not changed for a while. */
function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}

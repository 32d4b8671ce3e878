/** The tables of a case of any version in the order in which they are recovered, and what their rows are to people. */
export const IMPORTED_TABLES: ReadonlyMap<string, string> = new Map([
  ['hash_seed', 'the number by which repeated rows are told'],
  ['source', 'sources'],
  ['account', 'names of accounts'],
  ['reject', 'rows that were not stored'],
  ['request_chunk', 'groups of requests'],
  ['request_column', 'columns of groups of requests'],
  ['account_total', 'totals of accounts'],
  ['account_activity', 'activity of accounts'],
  ['source_value', 'values counted'],
  ['account_value', 'values counted of accounts'],
  ['account_record', 'account records'],
  ['identifier', 'identifiers'],
  ['account_identifier', 'identifiers of accounts'],
  ['context_event', 'events of the context'],
  ['prompt_block', 'blocks of prompt texts'],
  ['prompt_use', 'uses of blocks of prompt texts'],
]);

export const HUMAN_TABLES: ReadonlyMap<string, string> = new Map([
  ['record', 'things people wrote'],
  ['command', 'acts of the history'],
  ['custody_log', 'entries of the custody log'],
  ['custody_branch', 'entries of custody logs of merged copies'],
  ['redaction_key', 'the key of pseudonyms'],
  ['case_property', 'properties of the case'],
  ['annotation', 'annotations'],
  ['assumption', 'assumptions'],
  ['cohort_rule', 'rules of cohorts'],
  ['cohort_move', 'accounts moved between cohorts'],
  ['cohort_left_out', 'accounts left out of cohorts'],
  ['reference_source', 'sources marked as reference'],
  ['graph_place', 'places in the graph'],
  ['saved_view', 'saved views'],
]);

/** Kept where they and the data they were made from are whole, else left out: an analysis makes them again. */
export const ANALYSIS_TABLES: ReadonlySet<string> = new Set([
  'analysis_run',
  'analysis_account',
  'analysis_operator',
  'analysis_link',
  'analysis_template',
  'analysis_template_account',
  'analysis_cohort',
  'analysis_cohort_member',
  'analysis_ties',
  'analysis_shared',
  'analysis_chunk_template',
]);

/** Never copied: opening, searching and looking at the case make them again. */
export const REMADE_TABLES: ReadonlySet<string> = new Set([
  'filter_source',
  'filter_combination',
  'filter_account',
  'filter_text',
  'exhibit_check',
  'prompt_search_data',
  'prompt_search_idx',
  'prompt_search_docsize',
  'prompt_search_config',
  'prompt_search_content',
]);

/** What is copied row by row, in order. */
export const COPIED_TABLES: readonly string[] = [
  ...IMPORTED_TABLES.keys(),
  ...HUMAN_TABLES.keys(),
  ...ANALYSIS_TABLES,
];

/** Rows of a table in words. */
export function rowsOf(table: string): string {
  return (
    IMPORTED_TABLES.get(table) ??
    HUMAN_TABLES.get(table) ??
    (ANALYSIS_TABLES.has(table) ? 'results of the analysis' : 'what is worked out again')
  );
}

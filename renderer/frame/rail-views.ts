/** The views of the rail, in order; the digit keys follow it. */
export const RAIL_VIEWS = [
  { name: 'accounts', title: 'Accounts' },
  { name: 'operators', title: 'Operators' },
  { name: 'templates', title: 'Templates' },
  { name: 'search', title: 'Search' },
  { name: 'sources', title: 'Sources' },
  { name: 'annotations', title: 'Annotations' },
  { name: 'custody', title: 'Custody' },
] as const;

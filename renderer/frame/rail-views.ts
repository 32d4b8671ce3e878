interface RailView {
  readonly name: string;
  readonly title: string;
  /** Heading of the group that begins with this view. */
  readonly starts?: string;
}

/** The views of the rail, in order; the digit keys follow it. A view stands in the group begun last before it. */
export const RAIL_VIEWS = [
  { name: 'accounts', title: 'Accounts', starts: 'Examine' },
  { name: 'operators', title: 'Operators' },
  { name: 'templates', title: 'Templates' },
  { name: 'search', title: 'Search' },
  { name: 'lanes', title: 'Lanes' },
  { name: 'graph', title: 'Linked accounts' },
  { name: 'coverage', title: 'Coverage' },
  { name: 'cohorts', title: 'Cohorts' },
  { name: 'sources', title: 'Sources', starts: 'Record' },
  { name: 'findings', title: 'Findings' },
  { name: 'coding', title: 'Second coding' },
  { name: 'annotations', title: 'Annotations' },
  { name: 'custody', title: 'Custody' },
  { name: 'settings', title: 'Case' },
] as const satisfies readonly RailView[];

type ShownView = (typeof RAIL_VIEWS)[number];

/** The views under the headings of their groups. */
export function railGroups(): readonly { readonly title: string; readonly views: readonly ShownView[] }[] {
  const groups: { title: string; views: ShownView[] }[] = [];
  for (const view of RAIL_VIEWS) {
    if ('starts' in view) groups.push({ title: view.starts, views: [] });
    groups.at(-1)!.views.push(view);
  }
  return groups;
}

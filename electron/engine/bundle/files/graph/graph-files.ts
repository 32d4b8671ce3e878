import type { FilesOf } from '../../published/published.ts';
import { again } from '../file-of.ts';
import { gexf } from './gexf.ts';
import { graphml } from './graphml.ts';
import { type TieGraph, tieGraph } from './tie-graph.ts';

/** The graph of linked accounts in the two forms that programs for graphs read. */
export const graphFiles: FilesOf = async ({ open: { db }, about }) => {
  let made: TieGraph | undefined;
  const graph = () => {
    made ??= tieGraph(db);
    return made;
  };
  return [
    { path: 'data/graph/links.graphml', content: again(() => graphml(graph())) },
    { path: 'data/graph/links.gexf', content: again(() => gexf(graph(), about)) },
  ];
};

import type { FilesOf } from '../published/published.ts';
import { annotationFiles } from './casework/annotations-ndjson.ts';
import { caseFiles } from './casework/case-json.ts';
import { findingsFiles } from './casework/findings-json.ts';
import { groupsFiles } from './casework/groups-json.ts';
import { hypothesesFiles } from './casework/hypotheses-json.ts';
import { accountTimelines } from './charts/account-timelines.ts';
import { exhibitCharts } from './charts/exhibit-charts.ts';
import { accountsFiles } from './entities/accounts-files.ts';
import { identifiersFiles } from './entities/identifiers-files.ts';
import { organisationsFiles } from './entities/organisations-file.ts';
import { exhibitFiles } from './exhibits/exhibit-files.ts';
import { graphFiles } from './graph/graph-files.ts';
import { linksFiles } from './links/links-files.ts';
import { operatorsFiles } from './links/operators-json.ts';
import { caseJsonldFiles } from './provenance/case-jsonld.ts';
import { redactionsFiles } from './provenance/redactions-csv.ts';
import { roCrateFiles } from './provenance/ro-crate.ts';
import { sourcesFiles } from './provenance/sources-files.ts';
import { schemaFiles } from './schema-files.ts';
import { signalsFiles } from './signals/signals-files.ts';
import { stixFiles } from './stix/stix-file.ts';

/** All machine-readable files of a bundle that are made from what is published. */
export const FILES_OF: readonly FilesOf[] = [
  caseFiles,
  findingsFiles,
  hypothesesFiles,
  annotationFiles,
  groupsFiles,
  schemaFiles,
  accountsFiles,
  identifiersFiles,
  organisationsFiles,
  linksFiles,
  operatorsFiles,
  signalsFiles,
  exhibitFiles,
  exhibitCharts,
  accountTimelines,
  graphFiles,
  stixFiles,
  caseJsonldFiles,
  roCrateFiles,
  sourcesFiles,
  redactionsFiles,
];

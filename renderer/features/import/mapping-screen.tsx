import { useMemo, useState } from 'react';
import {
  kindOf,
  type Mapping,
  previewSource,
  TABLE_KINDS,
  TABLES,
  type TableKind,
  TIME_FORMATS,
  type TimeFormat,
} from '../../../shared/contract/imports.ts';
import { shownText } from '../../../shared/shown-text.ts';
import {
  chooseReference,
  confirmZone,
  type ImportItem,
  nextImport,
  setMapping,
  skipImport,
  useImports,
} from '../../store/import-queue.ts';
import { alikeFiles, runImports } from '../../store/import-run.ts';
import { choose, chooseKind, chooseTimeColumn, chooseTimeFormat } from '../../store/imports.ts';
import { useSession } from '../../store/session.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Field } from '../../ui/field.tsx';
import { formatBytes, formatCount, formatMinute, formatUnits } from '../../ui/format.ts';
import { useCall } from '../../ui/use-call.ts';
import { EncodingChoice } from './encoding-choice.tsx';
import { FieldTable } from './field-table.tsx';
import { FormChoice } from './form-choice.tsx';
import { useImportKeys } from './import-keys.ts';
import {
  DELIMITER_NAMES,
  fieldTitle,
  KIND_NAMES,
  obstacles,
  sharedColumns,
  TIME_FORMAT_NAMES,
  unmappedColumns,
} from './model.ts';
import { PresetChoice } from './preset-choice.tsx';
import { PreviewTable } from './preview-table.tsx';
import { TimesPanel } from './times-panel.tsx';
import { WarningList } from './warning-list.tsx';
import { ZoneChoice } from './zone-choice.tsx';

/** How the file will be read, beside what that makes of its first rows. */
export function MappingScreen({ item }: { item: ImportItem }) {
  const info = useSession((state) => state.case)!;
  const { file, detection, mapping, zoneConfirmed, formConfirmed, choices, note } =
    item as Required<ImportItem>;
  const alike = alikeFiles(
    useImports((state) => state.items),
    item,
  );
  const [together, setTogether] = useState(true);
  const change = (next: Mapping) => {
    if (next.columns.timestamp === mapping.columns.timestamp) setMapping(file.grant, next);
    else void chooseTimeColumn(file, next);
  };
  const chooseForm = (timeFormat: TimeFormat) => void chooseTimeFormat(file, timeFormat);
  const reasons = obstacles(detection, mapping, zoneConfirmed, formConfirmed);
  const run = () => {
    if (reasons.length === 0) void runImports(item, together ? alike : []);
  };
  useImportKeys(run, () => {
    skipImport(file.grant);
    nextImport();
  });
  const extra = unmappedColumns(detection, mapping);
  const shared = sharedColumns(mapping);
  const kind = kindOf(mapping);
  const missing = TABLES[kind].required.filter((field) => mapping.columns[field] === undefined);
  const readable = missing.length === 0;
  const args = useMemo(
    () => (readable ? { grant: file.grant, mapping } : null),
    [file.grant, mapping, readable],
  );
  const preview = useCall(previewSource, args, 0, true);

  return (
    <div className="mapping">
      <p className="page-note soft">
        {detection.format} · {formatBytes(detection.sizeBytes)} ·{' '}
        {formatUnits(detection.columns.length, 'column')}
      </p>
      {detection.importedUs !== null && (
        <p className="banner">
          This very content was imported on {formatMinute(info.timeZone, detection.importedUs)} (
          {info.timeZone}). Importing it again changes nothing.
        </p>
      )}
      {note && <p className="banner">{note}</p>}
      <PresetChoice
        detection={detection}
        declined={item.choices.preset === null}
        onChoose={(wanted) => choose(file, { preset: wanted ? undefined : null })}
      />
      <WarningList warnings={detection.warnings} />
      {detection.timeChoices.length > 0 && (
        <FormChoice
          detection={detection}
          column={mapping.columns.timestamp}
          value={mapping.timeFormat}
          confirmed={formConfirmed}
          onChoose={chooseForm}
        />
      )}
      {detection.zoneNeeded && (
        <ZoneChoice
          value={mapping.timeZone ?? ''}
          confirmed={zoneConfirmed}
          onChange={(timeZone) => {
            change({ ...mapping, timeZone: timeZone || null });
            confirmZone(file.grant, false);
          }}
          onConfirm={(confirmed) => confirmZone(file.grant, confirmed)}
        />
      )}
      <div className="mapping-options">
        <Field label="This file holds">
          {(ids) => (
            <select
              {...ids}
              value={kind}
              onChange={(event) => chooseKind(file, event.target.value as TableKind)}
            >
              {TABLE_KINDS.map((known) => (
                <option key={known} value={known}>
                  {KIND_NAMES[known]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Form of time">
          {(ids) => (
            <select
              {...ids}
              value={mapping.timeFormat}
              onChange={(event) => chooseForm(event.target.value as TimeFormat)}
            >
              {TIME_FORMATS.map((format) => (
                <option key={format} value={format}>
                  {TIME_FORMAT_NAMES[format]}
                </option>
              ))}
            </select>
          )}
        </Field>
        {mapping.delimiter !== null && (
          <Field label="Delimiter">
            {(ids) => (
              <select
                {...ids}
                value={mapping.delimiter ?? undefined}
                onChange={(event) =>
                  choose(file, { delimiter: event.target.value as NonNullable<Mapping['delimiter']> })
                }
              >
                {Object.entries(DELIMITER_NAMES).map(([delimiter, name]) => (
                  <option key={delimiter} value={delimiter}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <EncodingChoice file={file} value={choices.encoding} />
      </div>
      {kind !== 'context' && (
        <label className="check mapping-reference">
          <input
            type="checkbox"
            checked={item.reference === true}
            onChange={(event) => chooseReference(file.grant, event.target.checked)}
          />
          Benign reference{' '}
          <span className="soft">
            its accounts are what others are compared with; they are never scored, linked or counted among
            those under examination
          </span>
        </label>
      )}
      <div className="mapping-body">
        <section className="mapping-fields">
          <h2 id="fields-title">Fields</h2>
          <FieldTable key={kind} detection={detection} mapping={mapping} onChange={change} />
          {shared.length > 0 && (
            <p className="warn">
              Read by more than one field: {shared.map((name) => shownText(name, { max: 60 })).join(', ')}.
            </p>
          )}
          {extra.length > 0 && (
            <p className="soft">
              Kept as extra fields: {extra.map((name) => shownText(name, { max: 60 })).join(', ')}.
            </p>
          )}
        </section>
        <section className="mapping-preview">
          <h2 id="preview-title">
            Preview <span className="soft">the first rows, as they will be read</span>
          </h2>
          {!readable && (
            <p className="soft">Appears once a column is chosen for: {missing.map(fieldTitle).join(', ')}.</p>
          )}
          {readable && preview.error !== undefined && <ErrorPanel error={preview.error} />}
          {readable && preview.value?.times && (
            <TimesPanel times={preview.value.times} zone={info.timeZone} sampled />
          )}
          {readable && preview.value && (
            <PreviewTable preview={preview.value} zone={info.timeZone} busy={preview.busy} />
          )}
        </section>
      </div>
      <div className="acts acts-fixed">
        <button type="button" className="primary" disabled={reasons.length > 0} onClick={run}>
          {together && alike.length > 0 ? `Import ${alike.length + 1} files` : 'Import'}
        </button>
        {alike.length > 0 && (
          <label className="check">
            <input
              type="checkbox"
              checked={together}
              onChange={(event) => setTogether(event.target.checked)}
            />
            {alike.length === 1 ? 'Another file has' : `${formatCount(alike.length)} other files have`} the
            same columns: import with this mapping
          </label>
        )}
        {reasons.length > 0 && <span className="warn">{reasons.join(' ')}</span>}
      </div>
    </div>
  );
}

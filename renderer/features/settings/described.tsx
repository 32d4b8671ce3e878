import { type CaseSettings, HANDLING, type Handling, PAP, type Pap } from '../../../shared/contract/cases.ts';
import { isZone } from '../../../shared/time/zone.ts';
import { changeSettings } from '../../store/case-settings.ts';
import { useSession } from '../../store/session.ts';
import { HANDLING_MEANS, PAP_MEANS } from '../../ui/handling-means.ts';
import { useSavedText } from '../../ui/use-saved-text.ts';
import { ZonePicker } from '../../ui/zone-picker.tsx';
import { MarkingPicker } from './marking-picker.tsx';
import { SavedField } from './saved-field.tsx';

const save = (setting: keyof CaseSettings) => (value: string) => changeSettings({ [setting]: value });

/** What the case is called and asks, and under which markings it stands. */
export function Described() {
  const info = useSession((state) => state.case!);
  return (
    <section aria-labelledby="settings-described">
      <h2 id="settings-described">What it is</h2>
      <SavedField
        label="Name"
        value={info.name}
        max={200}
        onSave={save('name')}
        wanted="A case needs a name; until then the one before stands."
      />
      <SavedField
        label="Reference"
        hint="As the files of the organisation call it."
        value={info.reference}
        max={200}
        onSave={save('reference')}
      />
      <SavedField
        label="Question and authority"
        hint="What is examined, and on whose authority."
        value={info.question}
        max={10_000}
        rows={4}
        onSave={save('question')}
      />
      <Zone kept={info.timeZone} />
      <MarkingPicker<Handling>
        title="Handling (TLP 2.0)"
        choices={HANDLING}
        means={HANDLING_MEANS}
        kept={info.handling}
        onSave={(handling) => changeSettings({ handling })}
      />
      <MarkingPicker<Pap>
        title="Permissible actions (PAP)"
        choices={PAP}
        means={PAP_MEANS}
        kept={info.pap}
        onSave={(pap) => changeSettings({ pap })}
      />
      <SavedField
        label="Retention"
        hint="How long the data may be kept, and why. A note: nothing is removed by it."
        value={info.retention}
        max={2000}
        rows={3}
        onSave={save('retention')}
      />
    </section>
  );
}

/** The zone that all times are shown in. What names none is not saved. */
function Zone({ kept }: { kept: string }) {
  const disabled = useSession((state) => state.case!.readOnly !== null);
  const saved = useSavedText({ of: 'case', what: 'Time zone' }, kept, save('timeZone'), isZone);
  return (
    <ZonePicker
      label="Time zone"
      hint="All times of the case are shown in it. The data are not changed by it."
      value={saved.text}
      onChange={saved.change}
      onFocus={saved.begin}
      onBlur={saved.end}
      disabled={disabled}
    />
  );
}

import { type BundleChoice, REPORT_TEMPLATES } from '../../../shared/contract/bundles.ts';
import { withTemplate } from './choice-model.ts';
import { TEMPLATE_WORDS } from './template-words.ts';

interface Props {
  readonly choice: BundleChoice;
  readonly onChange: (choice: BundleChoice) => void;
}

/** Whom the report is written for. */
export function TemplateChoice({ choice, onChange }: Props) {
  return (
    <fieldset className="choices">
      <legend>Report</legend>
      {REPORT_TEMPLATES.map((template) => {
        const { title, isFor, leavesOut } = TEMPLATE_WORDS[template];
        return (
          <label key={template} className="said-choice">
            <input
              type="radio"
              name="export-template"
              checked={choice.template === template}
              onChange={() => onChange(withTemplate(choice, template))}
            />
            <span>
              {title}
              <span className="soft">
                {isFor} {leavesOut}
              </span>
            </span>
          </label>
        );
      })}
      <p className="field-hint">
        This shapes the report. The tables of the bundle hold all that is counted beside, whatever the report.
      </p>
    </fieldset>
  );
}

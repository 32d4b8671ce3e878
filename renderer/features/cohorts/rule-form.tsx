import { type FormEvent, useState } from 'react';
import {
  COHORT_TRAITS,
  type CohortRule,
  type CohortTrait,
  DEFAULT_COHORT_RULE,
  LEAST_LEAST,
  MOST_LEAST,
} from '../../../shared/contract/cohorts.ts';
import { changeRule } from '../../store/cohorts.ts';
import { Field } from '../../ui/field.tsx';
import { sameRule, TRAIT_NAMES, typedLeast } from './model.ts';

/** Which traits make cohorts, and how many accounts one must have. */
export function RuleForm({ rule }: { rule: CohortRule }) {
  const [traits, setTraits] = useState<readonly CohortTrait[]>(rule.traits);
  const [least, setLeast] = useState(String(rule.leastMembers));
  const leastMembers = typedLeast(least);
  const typed = leastMembers === null ? null : { traits: [...traits], leastMembers };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed) void changeRule(typed);
  };
  return (
    <form className="cohort-rule" onSubmit={submit} noValidate>
      <fieldset className="choices">
        <legend>Accounts are compared when they are alike in</legend>
        {COHORT_TRAITS.map((trait) => (
          <label key={trait}>
            <input
              type="checkbox"
              checked={traits.includes(trait)}
              onChange={(event) =>
                setTraits(event.target.checked ? [...traits, trait] : traits.filter((one) => one !== trait))
              }
            />
            {TRAIT_NAMES[trait]}
          </label>
        ))}
      </fieldset>
      <Field
        label="Least accounts of a cohort"
        hint="With fewer alike, declared use is given up first, then plan, endpoint and range of activity (powers of four)."
        error={leastMembers === null ? `Type a whole number from ${LEAST_LEAST} to ${MOST_LEAST}.` : null}
      >
        {(ids) => (
          <input
            {...ids}
            className="cohort-least"
            inputMode="numeric"
            autoComplete="off"
            value={least}
            onChange={(event) => setLeast(event.target.value)}
          />
        )}
      </Field>
      <div className="cohort-acts">
        <button type="submit" disabled={!typed || sameRule(typed, rule)}>
          Use from the next analysis on
        </button>
        {!sameRule(rule, DEFAULT_COHORT_RULE) && (
          <button type="button" onClick={() => void changeRule(DEFAULT_COHORT_RULE)}>
            Back to the default
          </button>
        )}
      </div>
    </form>
  );
}

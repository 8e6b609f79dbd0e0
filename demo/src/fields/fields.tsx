import Select from "react-select";
import { say } from "../words";
import { type FieldProps, FieldRow, inputId, ReadValue, useEditing } from "./FieldRow";

interface Choice {
  value: string;
  label: string;
}

/** A line of text. */
export function TextField(props: FieldProps & { value: string; onChange(value: string): void }) {
  const { name, value, onChange } = props;
  return (
    <FieldRow {...props}>
      {useEditing() ? (
        <input type="text" id={inputId(name)} value={value} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <ReadValue text={value} />
      )}
    </FieldRow>
  );
}

/** Several lines of text. */
export function NotesField(props: FieldProps & { value: string; onChange(value: string): void }) {
  const { name, value, onChange } = props;
  return (
    <FieldRow {...props}>
      {useEditing() ? (
        <textarea id={inputId(name)} rows={3} value={value} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <ReadValue text={value} />
      )}
    </FieldRow>
  );
}

/** A value that nobody can edit. */
export function FixedField(props: FieldProps & { text: string }) {
  return (
    <FieldRow {...props}>
      <ReadValue text={props.text} editable={false} />
    </FieldRow>
  );
}

/** A react-select as Halo sets it up; empty when none is chosen. */
export function Choices(props: { value: string; options: readonly Choice[]; onChange(value: string): void }) {
  const { value, options, onChange } = props;
  return (
    <Select<Choice>
      classNamePrefix="Select"
      className="Select"
      options={options}
      value={options.find((option) => option.value === value) ?? null}
      placeholder={say("Select...")}
      // A menu inside a table would be cut off at the table's edge.
      menuPosition="fixed"
      onChange={(option) => onChange(option?.value ?? "")}
    />
  );
}

/** One of several options; empty when none is chosen. */
export function ChoiceField(
  props: FieldProps & {
    value: string;
    options: readonly Choice[];
    readText?: string | undefined;
    onChange(value: string): void;
  },
) {
  const { value, options, onChange } = props;
  const chosen = options.find((option) => option.value === value);
  return (
    <FieldRow {...props}>
      {useEditing() ? (
        <Choices value={value} options={options} onChange={onChange} />
      ) : (
        <ReadValue text={props.readText ?? chosen?.label ?? say("Not set")} />
      )}
    </FieldRow>
  );
}

/** Any number of options, shown as chips. */
export function MultiField(
  props: FieldProps & { values: readonly string[]; options: readonly Choice[]; onChange(values: string[]): void },
) {
  const { values, options, onChange } = props;
  const chosen = options.filter((option) => values.includes(option.value));
  return (
    <FieldRow {...props}>
      {useEditing() ? (
        <Select<Choice, true>
          isMulti
          classNamePrefix="Select"
          className="Select"
          options={options}
          value={chosen}
          placeholder={say("Select...")}
          onChange={(picked) => onChange(picked.map((option) => option.value))}
        />
      ) : (
        <ReadValue text={chosen.map((option) => option.label).join(", ")} />
      )}
    </FieldRow>
  );
}

/** A checkbox; Yes or No when it is read. */
export function BoxField(props: FieldProps & { value: boolean; onChange(value: boolean): void }) {
  const { name, value, onChange } = props;
  return (
    <FieldRow {...props}>
      {useEditing() ? (
        <input
          type="checkbox"
          id={inputId(name)}
          checked={value}
          onChange={(event) => onChange(event.target.checked)}
        />
      ) : (
        <ReadValue text={say(value ? "Yes" : "No")} />
      )}
    </FieldRow>
  );
}

/** Options whose value is the text on show. */
export function textChoices(texts: readonly string[], word: (text: string) => string = say): Choice[] {
  return texts.map((text) => ({ value: text, label: word(text) }));
}

/** Options that stand for records. */
export function recordChoices(records: readonly { id: string; name: string }[]): Choice[] {
  return records.map(({ id, name }) => ({ value: id, label: name }));
}

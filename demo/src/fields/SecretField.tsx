import { options } from "../options";
import { say } from "../words";
import { type FieldProps, FieldRow, inputId, ReadValue, useEditing } from "./FieldRow";

const MASK = "•".repeat(16);

function CopyButton({ text }: { text: string }) {
  return (
    <button type="button" className="nhd-button curve" onClick={() => navigator.clipboard.writeText(text)}>
      <i className="fa fa-clipboard" /> {say("Copy")}
    </button>
  );
}

/** An id that can be copied but not edited. */
export function CopyField(props: FieldProps & { text: string }) {
  return (
    <FieldRow {...props}>
      <div className="with-buttons">
        <ReadValue text={props.text} editable={false} />
        <CopyButton text={props.text} />
      </div>
    </FieldRow>
  );
}

/** The planted Client Secret: in clear or masked, as the option says; `onGenerate` makes another. */
export function SecretField(props: FieldProps & { secret: string; onGenerate(): void }) {
  const { name, secret, onGenerate } = props;
  const shown = options.secret === "shown";
  return (
    <FieldRow {...props}>
      {useEditing() ? (
        <div className="with-buttons">
          <input type={shown ? "text" : "password"} id={inputId(name)} value={secret} readOnly />
          <CopyButton text={secret} />
          <button type="button" className="nhd-button curve" onClick={onGenerate}>
            <i className="fa fa-refresh" /> {say("Generate")}
          </button>
        </div>
      ) : (
        <ReadValue text={shown ? secret : MASK} editable={false} />
      )}
    </FieldRow>
  );
}

/** A password can be set, never read: read mode has no row for it. */
export function PasswordField(props: FieldProps) {
  if (!useEditing()) return null;
  return (
    <FieldRow {...props}>
      <input type="password" id={inputId(props.name)} autoComplete="new-password" />
    </FieldRow>
  );
}

import { useLayoutEffect, useRef } from "react";
import { FieldRow, inputId, ReadValue, useEditing } from "../fields/FieldRow";
import { Group } from "../fields/Group";
import { options } from "../options";
import { scopes as knownScopes } from "../vocabulary";
import { say } from "../words";

/** A scope of some later Halo, which nobody outside knows. */
const UNKNOWN_SCOPE = "read:telemetry";

const SCOPES = options.scopes === "extra" ? [...knownScopes, UNKNOWN_SCOPE] : knownScopes;

interface BoxProps {
  scope: string;
  ticked: boolean;
  onTick(ticked: boolean): void;
}

/** Only the property `checked` says whether this box is ticked; no attribute does. */
function PropertyBox({ scope, ticked, onTick }: BoxProps) {
  const box = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (box.current) box.current.checked = ticked;
  }, [ticked]);
  return <input ref={box} type="checkbox" id={inputId(scope)} onChange={(event) => onTick(event.target.checked)} />;
}

function Box({ id, ticked, onTick }: { id?: string; ticked: boolean; onTick(ticked: boolean): void }) {
  return <input type="checkbox" id={id} checked={ticked} onChange={(event) => onTick(event.target.checked)} />;
}

/** Nobody has published the markup of these boxes, so the demo has each likely one. */
function ScopeBox({ scope, ticked, onTick }: BoxProps) {
  switch (options.boxes) {
    case "wrap":
      return (
        <label>
          <input type="checkbox" checked={ticked} onChange={(event) => onTick(event.target.checked)} /> {scope}
        </label>
      );
    case "after":
      return (
        <>
          {/* biome-ignore lint/a11y/noLabelWithoutControl: a label without a link to its box is what this variant is for */}
          <label>{scope}</label>
          <Box ticked={ticked} onTick={onTick} />
        </>
      );
    case "property":
      return (
        <>
          <PropertyBox scope={scope} ticked={ticked} onTick={onTick} />
          <label htmlFor={inputId(scope)}>{scope}</label>
        </>
      );
    default:
      return (
        <>
          <Box id={inputId(scope)} ticked={ticked} onTick={onTick} />
          <label htmlFor={inputId(scope)}>{scope}</label>
        </>
      );
  }
}

function ScopeRow(props: BoxProps) {
  if (!useEditing()) {
    return (
      <FieldRow name={props.scope} label={props.scope}>
        <ReadValue text={say(props.ticked ? "Yes" : "No")} />
      </FieldRow>
    );
  }
  return (
    <div className="row">
      <div className={`col-md-12 inline nopad scope-box scope-box-${options.boxes}`}>
        <ScopeBox {...props} />
      </div>
    </div>
  );
}

/** The Permissions tab of an application: one row for each scope. */
export function ApplicationPermissions(props: { scopes: readonly string[]; onChange(scopes: string[]): void }) {
  const tick = (scope: string, ticked: boolean) =>
    props.onChange(ticked ? [...props.scopes, scope] : props.scopes.filter((other) => other !== scope));
  return (
    <Group title={say("Permissions")}>
      {SCOPES.map((scope) => (
        <ScopeRow
          key={scope}
          scope={scope}
          ticked={props.scopes.includes(scope)}
          onTick={(ticked) => tick(scope, ticked)}
        />
      ))}
    </Group>
  );
}

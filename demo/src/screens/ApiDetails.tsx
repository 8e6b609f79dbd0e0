import { type FieldProps, FieldRow, inputId, ReadValue } from "../fields/FieldRow";
import { Group } from "../fields/Group";
import { useArrived } from "../late";
import { options } from "../options";
import { navigate } from "../router";
import { Loader } from "../shell/Loader";
import { say } from "../words";

/** An address of the tenant: as text, or in a box that nobody can edit. */
function AddressField(props: FieldProps & { text: string }) {
  const { name, text } = props;
  return (
    <FieldRow {...props}>
      {options.api === "text" ? (
        <ReadValue text={text} editable={false} />
      ) : (
        <input type="text" id={inputId(name)} value={text} readOnly />
      )}
    </FieldRow>
  );
}

/** Integrations › HaloPSA API: where the API is, and the way to the applications. */
export function ApiDetails() {
  if (!useArrived("api")) return <Loader />;
  // The tenant's own address: the port is that of the machine which serves the demo.
  const { hostname } = location;
  return (
    <div className="mainscreen2">
      <div className="page-title">{say("HaloPSA API")}</div>
      <Group title={say("API Details")}>
        <AddressField name="resource_server" label={say("Resource Server")} text={`https://${hostname}/api`} />
        <AddressField name="auth_server" label={say("Authorisation Server")} text={`https://${hostname}/auth`} />
        <AddressField name="tenant" label={say("Tenant")} text={hostname.split(".")[0] ?? ""} />
      </Group>
      <Group title={say("Applications")}>
        <button
          type="button"
          className="nhd-button glow-btn"
          onClick={() => navigate("/config/integrations/api/applications")}
        >
          {say("View Applications")}
        </button>
      </Group>
    </div>
  );
}

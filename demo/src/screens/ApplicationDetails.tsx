import { BoxField, ChoiceField, FixedField, recordChoices, TextField, textChoices } from "../fields/fields";
import { Group } from "../fields/Group";
import { CopyField, SecretField } from "../fields/SecretField";
import type { ScreenProps } from "../records/kind";
import type { Application } from "../tenants/model";
import { secretAfter } from "../tenants/records";
import { choices } from "../vocabulary";
import { say } from "../words";

/** Login types besides Agent are known from the API only; their wording is the demo's own. */
const LOGIN_TYPES = ["Agent", "User", "Customer"];

const CLIENT_CREDENTIALS = "Client ID and Secret (Services)";

/** Application › Details. */
export function ApplicationDetails({ record, tenant, change }: ScreenProps<Application>) {
  return (
    <>
      <Group title={say("Application Details")}>
        <TextField
          name="displayName"
          label={say("Application Name")}
          mandatory
          value={record.name}
          onChange={(name) => change({ name })}
        />
        <TextField
          name="description"
          label={say("Description")}
          value={record.description}
          onChange={(description) => change({ description })}
        />
        <BoxField
          name="active"
          label={say("Active")}
          value={record.isActive}
          onChange={(isActive) => change({ isActive })}
        />
        <FixedField name="datecreated" label={say("Creation Date")} text={record.created} />
        <FixedField name="createdby" label={say("Created By")} text={record.createdBy} />
      </Group>
      <ApplicationLogin record={record} tenant={tenant} change={change} />
    </>
  );
}

function ApplicationLogin({ record, tenant, change }: ScreenProps<Application>) {
  return (
    <Group title={say("Authentication")}>
      <ChoiceField
        name="grant_type"
        label={say("Authentication Method")}
        value={record.authenticationMethod}
        options={textChoices(choices("application", "Authentication Method"))}
        onChange={(authenticationMethod) => change({ authenticationMethod })}
      />
      <CopyField name="clientId" label={say("Client ID")} text={record.clientId} />
      {record.authenticationMethod === CLIENT_CREDENTIALS && (
        <SecretField
          name="clientSecret"
          label={say("Client Secret")}
          help={say("The secret is shown once. Keep it somewhere safe.")}
          secret={record.clientSecret}
          onGenerate={() => change({ clientSecret: secretAfter(record.clientSecret) })}
        />
      )}
      <ChoiceField
        name="loginentity"
        label={say("Login Type")}
        value={record.loginType}
        options={textChoices(LOGIN_TYPES)}
        onChange={(loginType) => change({ loginType })}
      />
      {record.loginType === "Agent" && (
        <ChoiceField
          name="loginas_agent_id"
          label={say("Agent to log in as")}
          value={record.agent}
          options={recordChoices(tenant.agents)}
          onChange={(agent) => change({ agent })}
        />
      )}
    </Group>
  );
}

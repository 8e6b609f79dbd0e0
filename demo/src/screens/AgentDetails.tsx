import { BoxField, ChoiceField, MultiField, recordChoices, TextField, textChoices } from "../fields/fields";
import { Group } from "../fields/Group";
import { PasswordField } from "../fields/SecretField";
import type { ScreenProps } from "../records/kind";
import type { Agent } from "../tenants/model";
import { NO_TEAM, TEAMS } from "../tenants/named";
import { choices } from "../vocabulary";
import { say } from "../words";

/** Agent › Details. */
export function AgentDetails({ record, tenant, change }: ScreenProps<Agent>) {
  return (
    <>
      <Group title={say("Agent Details")}>
        <TextField
          name="name"
          label={say("Username")}
          mandatory
          value={record.name}
          onChange={(name) => change({ name })}
        />
        <TextField
          name="firstname"
          label={say("First Name")}
          value={record.firstName}
          onChange={(firstName) => change({ firstName })}
        />
        <TextField
          name="surname"
          label={say("Surname")}
          value={record.surname}
          onChange={(surname) => change({ surname })}
        />
        <TextField
          name="initials"
          label={say("Initials")}
          value={record.initials}
          onChange={(initials) => change({ initials })}
        />
        <TextField
          name="email"
          label={say("Email Address")}
          value={record.email}
          onChange={(email) => change({ email })}
        />
        <ChoiceField
          name="status"
          label={say("Status")}
          value={record.status}
          options={textChoices(["Available", "Busy", "Away"])}
          onChange={(status) => change({ status })}
        />
      </Group>
      <AgentLogin record={record} tenant={tenant} change={change} />
      <AgentWork record={record} tenant={tenant} change={change} />
    </>
  );
}

function AgentLogin({ record, tenant, change }: ScreenProps<Agent>) {
  return (
    <Group title={say("Login and Roles")}>
      <PasswordField name="password" label={say("Password")} />
      <ChoiceField
        name="useadlogin"
        label={say("Use AD authentication")}
        value={record.usesAdLogin ? "Yes" : "No"}
        options={textChoices(["Yes", "No"])}
        onChange={(answer) => change({ usesAdLogin: answer === "Yes" })}
      />
      <BoxField
        name="twofactor_enabled"
        label={say("Two Factor Enabled")}
        value={record.twoFactor}
        onChange={(twoFactor) => change({ twoFactor })}
      />
      <MultiField
        name="roles"
        label={say("Roles")}
        values={record.roles}
        options={recordChoices(tenant.roles)}
        onChange={(roles) => change({ roles })}
      />
      <BoxField
        name="isapiagent"
        label={say("Is an API-only Agent")}
        help={say("An API-only agent cannot log in to the app and does not use a licence.")}
        value={record.isApiOnly}
        onChange={(isApiOnly) => change({ isApiOnly })}
      />
      <BoxField
        name="isactive"
        label={say("Account Active")}
        value={record.isActive}
        onChange={(isActive) => change({ isActive })}
      />
    </Group>
  );
}

function AgentWork({ record, change }: ScreenProps<Agent>) {
  return (
    <Group title={say("Work")}>
      <ChoiceField
        name="team"
        label={say("Default Team")}
        value={record.defaultTeam}
        options={textChoices([NO_TEAM, ...TEAMS])}
        onChange={(defaultTeam) => change({ defaultTeam })}
      />
      <ChoiceField
        name="workday_id"
        label={say("Work Hours")}
        value={record.workHours}
        options={textChoices(choices("agent", "Work Hours"))}
        onChange={(workHours) => change({ workHours })}
      />
      <BoxField
        name="can_approve_purchaseorder"
        label={say("Can approve Purchase Orders")}
        value={record.approvesPurchaseOrders}
        onChange={(approvesPurchaseOrders) => change({ approvesPurchaseOrders })}
      />
    </Group>
  );
}

/** Permission label → value; a permission that is not in it is not set. */
export type Permissions = Readonly<Record<string, string>>;

/** A department that an agent or a role belongs to. */
export interface DepartmentRow {
  department: string;
  /** Basic Member, View All, Modify All or Department Manager. */
  level: string;
}

/** The Departments & Teams tab. An agent also gets the rows of its roles; Halo keeps those on the roles. */
export interface Membership {
  /** Membership level to all Departments; empty when it is not set. */
  allDepartments: string;
  departments: readonly DepartmentRow[];
  /** Names of teams. */
  teams: readonly string[];
}

/** Who can log in, or what an application logs in as. */
export interface Agent extends Membership {
  id: string;
  name: string;
  firstName: string;
  surname: string;
  initials: string;
  email: string;
  usesAdLogin: boolean;
  twoFactor: boolean;
  status: string;
  /** Ids of roles. */
  roles: readonly string[];
  isActive: boolean;
  isApiOnly: boolean;
  defaultTeam: string;
  workHours: string;
  approvesPurchaseOrders: boolean;
  permissions: Permissions;
}

/** A named set of permissions that agents share. */
export interface Role extends Membership {
  id: string;
  /** The number beside the GUID; it is the row's id in the list. */
  number: number;
  name: string;
  notes: string;
  permissions: Permissions;
}

/** An API client. */
export interface Application {
  id: string;
  number: number;
  name: string;
  description: string;
  isActive: boolean;
  /** Halo's own, made with the tenant. */
  isSystem: boolean;
  authenticationMethod: string;
  clientId: string;
  clientSecret: string;
  loginType: string;
  /** Id of an agent; empty when none is chosen. */
  agent: string;
  created: string;
  createdBy: string;
  scopes: readonly string[];
}

/** Who may change a ticket type: a row of its Access Control. */
export interface AccessRow {
  /** Role, Agent, Team or Department. */
  type: string;
  name: string;
  level: string;
}

/** A kind of ticket. */
export interface TicketType {
  id: string;
  name: string;
  use: string;
  itilType: string;
  projectHierarchy: string;
  isVisible: boolean;
  agentsCanLog: boolean;
  endUsersCanLog: boolean;
  /** The values that a new ticket of this type starts with; empty when none is set. */
  team: string;
  agent: string;
  priority: string;
  sla: string;
  workflow: string;
  initialStatus: string;
  /** Names of the fields that its tickets show, in order. */
  fields: readonly string[];
  /** Nobody is named: everybody may. */
  accessControl: readonly AccessRow[];
}

/** Advanced Settings. */
export interface Settings {
  applicationColour: string;
  navigationMenuDisplay: string;
  navigationMenuColour: string;
  darkThemeNoteDisplay: string;
  uiStyle: string;
  listPreviewMode: string;
  clock24Hours: boolean;
  tracksConfigChanges: boolean;
  adminsCanImpersonate: boolean;
  nextTicketIdMethod: string;
}

/** Everything that one demo tenant holds. */
export interface Tenant {
  agents: readonly Agent[];
  roles: readonly Role[];
  applications: readonly Application[];
  ticketTypes: readonly TicketType[];
  settings: Settings;
}

/** What belongs to a vendor; one that uses Halo's own role or agent has none of its own. */
export interface Vendor {
  role?: Role | undefined;
  agent?: Agent | undefined;
  application: Application;
  ticketTypes?: readonly TicketType[] | undefined;
  /** Settings that the vendor wants otherwise than a new tenant has them. */
  settings?: Partial<Settings> | undefined;
}

/** What an admin typically forgets: the values that differ from the vendor's complete set-up. */
export interface Omissions {
  role?: Partial<Role>;
  agent?: Partial<Agent>;
  application?: Partial<Application>;
  /** Scopes left unticked. */
  scopes?: readonly string[];
  /** In the order of the vendor's ticket types. */
  ticketTypes?: readonly Partial<TicketType>[];
}

/** A seed vendor: all that it asks for on every screen, and its half-done twin. Settings are the first to be forgotten. */
export interface Seed {
  all: Vendor;
  forgotten: Omissions;
}

/** Permission label → value; a permission that is not in it is not set. */
export type Permissions = Readonly<Record<string, string>>;

/** Who can log in, or what an application logs in as. */
export interface Agent {
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
export interface Role {
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

/** Everything that one demo tenant holds. */
export interface Tenant {
  agents: readonly Agent[];
  roles: readonly Role[];
  applications: readonly Application[];
}

/** The records that belong to a vendor; one that uses Halo's own role or agent has none of its own. */
export interface Vendor {
  role?: Role | undefined;
  agent?: Agent | undefined;
  application: Application;
}

/** What an admin typically forgets: the values that differ from the vendor's complete set-up. */
export interface Omissions {
  role?: Partial<Role>;
  agent?: Partial<Agent>;
  application?: Partial<Application>;
  /** Scopes left unticked. */
  scopes?: readonly string[];
}

/** A seed vendor: all that it asks for on the six screens, and its half-done twin. */
export interface Seed {
  all: Vendor;
  forgotten: Omissions;
}

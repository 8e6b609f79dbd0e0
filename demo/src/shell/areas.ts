/** An entry of the main navigation. */
export interface NavEntry {
  title: string;
  icon: string;
  path: string;
}

/** The main navigation; only Configuration is part of this demo. */
export const NAVIGATION: readonly NavEntry[] = [
  { title: "Home", icon: "fa-home", path: "/" },
  { title: "Tickets", icon: "fa-ticket", path: "/tickets" },
  { title: "Calendar", icon: "fa-calendar", path: "/calendar" },
  { title: "Clients", icon: "fa-building-o", path: "/customers" },
  { title: "Assets", icon: "fa-desktop", path: "/assets" },
  { title: "Knowledge Base", icon: "fa-lightbulb-o", path: "/kb" },
  { title: "Reports", icon: "fa-bar-chart", path: "/reports" },
  { title: "Configuration", icon: "fa-cog", path: "/config" },
];

/** An area of Configuration. */
export interface Area {
  name: string;
  slug: string;
  icon: string;
  about: string;
  pages?: readonly { name: string; path: string; icon: string; about: string }[];
}

/** The areas of Configuration that the left menu lists. */
export const AREAS: readonly Area[] = [
  { name: "Tenant", slug: "organisation", icon: "fa-sitemap", about: "Company name, address and branding" },
  {
    name: "Teams & Agents",
    slug: "agents",
    icon: "fa-users",
    about: "Who works here, and what they may do",
    pages: [
      { name: "Agents", path: "/config/agents/agents", icon: "fa-user", about: "People and API-only agents" },
      { name: "Roles", path: "/config/agents/roles", icon: "fa-id-badge", about: "Permissions shared by agents" },
      { name: "Teams", path: "/config/agents/teams", icon: "fa-users", about: "Who works on which tickets" },
    ],
  },
  { name: "Users", slug: "users", icon: "fa-user-o", about: "End-users and their access" },
  { name: "Email", slug: "email", icon: "fa-envelope-o", about: "Mailboxes and templates" },
  {
    name: "Tickets",
    slug: "tickets",
    icon: "fa-ticket",
    about: "Ticket types, statuses and rules",
    pages: [
      {
        name: "Ticket Types",
        path: "/config/tickets/tickettype",
        icon: "fa-tags",
        about: "Kinds of ticket and project",
      },
    ],
  },
  { name: "Asset Management", slug: "assets", icon: "fa-desktop", about: "Asset types and fields" },
  { name: "Calendars and Appointments", slug: "calendar", icon: "fa-calendar", about: "Appointment types and views" },
  { name: "Contracts", slug: "contracts", icon: "fa-file-text-o", about: "Contract types and billing plans" },
  { name: "Items and Stock Control", slug: "items", icon: "fa-cubes", about: "Item groups and stock" },
  { name: "Knowledge Base", slug: "kb", icon: "fa-lightbulb-o", about: "Articles and lists" },
  { name: "Notifications", slug: "notifications", icon: "fa-bell-o", about: "Who is told what" },
  { name: "Project Management", slug: "projects", icon: "fa-tasks", about: "Projects and milestones" },
  { name: "Reporting", slug: "reports", icon: "fa-bar-chart", about: "Reports and dashboards" },
  { name: "SLAs", slug: "sla", icon: "fa-clock-o", about: "Targets and working hours" },
  { name: "Time Management", slug: "time", icon: "fa-hourglass-o", about: "Timesheets and charge types" },
  {
    name: "Integrations",
    slug: "integrations",
    icon: "fa-plug",
    about: "Other products, and the API",
    pages: [
      { name: "HaloPSA API", path: "/config/integrations/api", icon: "fa-code", about: "API details and applications" },
    ],
  },
  { name: "Advanced Settings", slug: "advanced", icon: "fa-sliders", about: "Everything else" },
];

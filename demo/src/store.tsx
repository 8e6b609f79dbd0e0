import { createContext, type ReactNode, useContext, useState } from "react";
import { options } from "./options";
import { tenantOf } from "./tenants";
import type { Tenant } from "./tenants/model";

const KEY = `halo-demo-tenant:${options.seed}:${options.state}`;

/** `?reset` forgets what was saved, once. */
function resetIfAsked(): void {
  const url = new URL(location.href);
  if (!url.searchParams.has("reset")) return;
  localStorage.removeItem(KEY);
  url.searchParams.delete("reset");
  history.replaceState(history.state, "", url);
}

/** What was saved in this browser, else the seed's own state. */
function load(): Tenant {
  resetIfAsked();
  const kept = localStorage.getItem(KEY);
  return kept === null ? tenantOf(options.seed, options.state) : (JSON.parse(kept) as Tenant);
}

interface Store {
  tenant: Tenant;
  save(tenant: Tenant): void;
}

const StoreContext = createContext<Store | null>(null);

/** Gives the screens below it the tenant and a way to save it. */
export function StoreProvider({ children }: { children: ReactNode }) {
  const [tenant, setTenant] = useState(load);
  const save = (next: Tenant) => {
    localStorage.setItem(KEY, JSON.stringify(next));
    setTenant(next);
  };
  return <StoreContext.Provider value={{ tenant, save }}>{children}</StoreContext.Provider>;
}

/** The tenant on show. */
export function useStore(): Store {
  const store = useContext(StoreContext);
  if (!store) throw new Error("useStore needs a StoreProvider above it");
  return store;
}

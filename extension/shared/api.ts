/** Firefox's sidebar, which `@types/chrome` does not know. */
interface SidebarAction {
  toggle(): Promise<void>;
}

type ExtensionApi = typeof chrome & { sidebarAction?: SidebarAction };

/** The WebExtension API: promises in every browser, `browser` in Firefox, `chrome` elsewhere. */
export const api: ExtensionApi = (globalThis as { browser?: ExtensionApi }).browser ?? chrome;

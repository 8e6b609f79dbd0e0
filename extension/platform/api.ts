/** Firefox's sidebar, which `@types/chrome` does not know. */
interface SidebarAction {
  toggle(): Promise<void>;
}

type ExtensionApi = typeof chrome & { sidebarAction?: SidebarAction };

const own = globalThis as unknown as { browser: ExtensionApi };

/**
 * The WebExtension API: promises in every browser, `browser` in Firefox, `chrome` elsewhere. In a page, `browser` may
 * also be an element with that id, which is no property of its own.
 */
export const api: ExtensionApi = Object.hasOwn(own, "browser") ? own.browser : chrome;

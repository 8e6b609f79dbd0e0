import { say } from "../words";

/** The bar above the content: where one is, the app's own tabs, who is logged in. */
export function TopBar({ trail }: { trail: readonly string[] }) {
  return (
    <header className="top-bar">
      <div className="trail">{trail.map(say).join("  ›  ")}</div>
      <button type="button" className="haloCircleBtn" title="New Tab">
        <i className="fa fa-plus" />
      </button>
      <div className="profile">
        <span className="avatar">A</span>
        <span className="profile-full-name">Administrator</span>
      </div>
    </header>
  );
}

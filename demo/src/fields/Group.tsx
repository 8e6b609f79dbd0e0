import type { ReactNode } from "react";

/** A headed card of fields. */
export function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="details-group card-panel">
      <div className="details-group-header title">{title}</div>
      {children}
    </div>
  );
}

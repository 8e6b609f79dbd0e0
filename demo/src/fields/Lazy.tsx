import { type ReactNode, useEffect, useRef, useState } from "react";
import { options } from "../options";
import { useEditing } from "./FieldRow";

const ROW_HEIGHT = 44;
const HEADER_HEIGHT = 64;

/** Renders its children when the place where they belong comes into view, and keeps them from then on. */
export function Lazy({ rows, children }: { rows: number; children: ReactNode }) {
  const editing = useEditing();
  const late = options.lazy === "both" || (options.lazy === "edit" && editing);
  const [seen, setSeen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const waiting = late && !seen;
  useEffect(() => {
    if (!waiting || !place.current) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [waiting]);
  if (!waiting) return <>{children}</>;
  return <div ref={place} className="lazy-place" style={{ minHeight: HEADER_HEIGHT + rows * ROW_HEIGHT }} />;
}

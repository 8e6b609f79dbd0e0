import type { ReactNode } from "react";
import { say } from "../words";

interface ToolbarProps {
  /** Buttons of this kind of record. */
  children?: ReactNode;
  editing: boolean;
  onEdit(): void;
  onSave(): void;
  onCancel(): void;
  onClose(): void;
}

/** The record's buttons, at the top left of its panel. */
export function Toolbar({ children, editing, onEdit, onSave, onCancel, onClose }: ToolbarProps) {
  return (
    <div className="record-toolbar">
      <span className="guide-links">
        <i className="fa fa-book" /> {say("Show Guide Links")}
      </span>
      <div className="buttons-container">
        {editing ? (
          <>
            <ToolbarButton icon="fa-floppy-o" text="Save" onClick={onSave} />
            <ToolbarButton icon="fa-times" text="Cancel" onClick={onCancel} />
          </>
        ) : (
          <ToolbarButton icon="fa-pencil" text="Edit" onClick={onEdit} />
        )}
        {children}
      </div>
      <button type="button" className="solidbutton fabtn notext" title={say("Close")} onClick={onClose}>
        <i className="fa fa-times" />
      </button>
    </div>
  );
}

/** A button with an icon and a word. */
export function ToolbarButton({ icon, text, onClick }: { icon: string; text: string; onClick(): void }) {
  return (
    <button type="button" className="solidbutton fabtn" onClick={onClick}>
      <i className={`fa ${icon}`} /> {say(text)}
    </button>
  );
}

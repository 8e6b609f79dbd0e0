import { useState } from "react";
import { say } from "../words";
import { ChoiceField, textChoices } from "./fields";

interface AddPanelProps {
  /** What can be added: "Team", "Department", "Field". */
  label: string;
  options: readonly string[];
  onAdd(text: string): void;
}

/** Add opens a panel; the panel's own Save puts the choice into the form, which then has to be saved itself. */
export function AddPanel({ label, options, onAdd }: AddPanelProps) {
  const [choice, setChoice] = useState<string | null>(null);
  if (choice === null) {
    return (
      <button type="button" className="nhd-button curve add-button" onClick={() => setChoice("")}>
        <i className="fa fa-plus" /> {say("Add")}
      </button>
    );
  }
  const add = () => {
    onAdd(choice);
    setChoice(null);
  };
  return (
    <div className="add-panel">
      <ChoiceField
        name={`add_${label.toLowerCase()}`}
        label={say(label)}
        value={choice}
        options={textChoices(options)}
        onChange={setChoice}
      />
      <div className="panel-buttons">
        <button type="button" className="nhd-button glow-btn" disabled={choice === ""} onClick={add}>
          {say("Save")}
        </button>
        <button type="button" className="nhd-button curve" onClick={() => setChoice(null)}>
          {say("Cancel")}
        </button>
      </div>
    </div>
  );
}

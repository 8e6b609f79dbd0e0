import { useEffect, useRef, useState } from "preact/hooks";
import { word } from "../shared/words.js";

interface Props {
  /** What the button says. */
  words: string;
  /** What exactly would be gone. */
  question: string;
  act: () => void;
}

/** A button for what cannot be undone: it asks first. */
export function Deleting({ words, question, act }: Props) {
  const [asking, setAsking] = useState(false);
  const back = useRef<HTMLButtonElement>(null);
  // On the harmless one: a second press of the same key deletes nothing.
  useEffect(() => (asking ? back.current?.focus() : undefined), [asking]);
  if (!asking) {
    return (
      <button type="button" onClick={() => setAsking(true)}>
        {words}
      </button>
    );
  }
  const confirm = () => {
    setAsking(false);
    act();
  };
  return (
    <fieldset class="asking">
      <legend>{question}</legend>
      <div class="buttons">
        <button type="button" class="danger" onClick={confirm}>
          {word("delete_now")}
        </button>
        <button type="button" ref={back} onClick={() => setAsking(false)}>
          {word("cancel")}
        </button>
      </div>
    </fieldset>
  );
}

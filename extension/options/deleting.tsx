import { useEffect, useRef, useState } from "preact/hooks";
import { word } from "../platform/words.js";

interface Props {
  /** What the button says. */
  words: string;
  /** Of what, where that is not plain from the words alone. */
  of?: string;
  /** What exactly would be gone. */
  question: string;
  act: () => void;
}

/** A button for what cannot be undone: it asks first. */
export function Deleting({ words, of, question, act }: Props) {
  const [asking, setAsking] = useState(false);
  const harmless = useRef<HTMLButtonElement>(null);
  const was = useRef(asking);
  // The focus goes to the harmless button: a second press of the same key deletes nothing.
  useEffect(() => {
    if (was.current !== asking) harmless.current?.focus();
    was.current = asking;
  }, [asking]);
  if (!asking) {
    return (
      <button type="button" ref={harmless} aria-label={of && `${words}: ${of}`} onClick={() => setAsking(true)}>
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
        <button type="button" ref={harmless} onClick={() => setAsking(false)}>
          {word("cancel")}
        </button>
      </div>
    </fieldset>
  );
}

import { word } from "../shared/words.js";
import { noteEvicted } from "./background.js";
import { useDesk } from "./desk.js";

/** Says that readings had to give way because the browser's storage was full. */
export function Evicted({ count }: { count: number }) {
  const { tenant, act } = useDesk();
  if (count === 0) return null;
  return (
    <div class="notice" role="status">
      <p>{word("evicted", count)}</p>
      <button type="button" onClick={() => act(noteEvicted(tenant))}>
        {word("evicted_noted")}
      </button>
    </div>
  );
}

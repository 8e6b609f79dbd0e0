import { word } from "../../platform/words.js";
import { noteEvicted } from "../common/background.js";
import { useDesk } from "../common/context.js";

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

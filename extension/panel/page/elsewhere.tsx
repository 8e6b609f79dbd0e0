import { useState } from "preact/hooks";
import { requestHost } from "../../platform/own-hosts.js";
import { word } from "../../platform/words.js";

interface Props {
  /** Host of the open page, where it could be a Halo of the person's own. */
  stranger: string | null;
  granted: () => void;
}

/** Says that the open page is no Halo that Preflight knows, and lets the person say that it is one. */
export function Elsewhere({ stranger, granted }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  const request = async (host: string) => {
    setProblem(null);
    try {
      if (await requestHost(host)) granted();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <>
      {problem && (
        <p class="notice" role="alert">
          {problem}
        </p>
      )}
      <div class="notice" role="status">
        <p>{word("why_elsewhere")}</p>
        <p class="quiet">{stranger ? word("own_host_hint", stranger) : word("own_host_how")}</p>
        {stranger && (
          <button type="button" onClick={() => void request(stranger)}>
            {word("own_host_read")}
          </button>
        )}
      </div>
    </>
  );
}

import { useEffect, useState } from "preact/hooks";
import { download } from "../../platform/download.js";
import { word } from "../../platform/words.js";
import { FORMATS, type Format } from "../../protocol/messages.js";
import { writeReport } from "../common/background.js";
import { useDesk } from "../common/context.js";

const FILES: Record<Format, { ending: string; type: string }> = {
  text: { ending: "txt", type: "text/plain" },
  markdown: { ending: "md", type: "text/markdown" },
  csv: { ending: "csv", type: "text/csv" },
  json: { ending: "json", type: "application/json" },
  snapshot: { ending: "snapshot.json", type: "application/json" },
  html: { ending: "html", type: "text/html" },
};

/** The report, to be looked at before it is copied or kept; written only while it is in view. */
export function Reporting({ active }: { active: boolean }) {
  const { tab, tenant, known, act } = useDesk();
  const [format, setFormat] = useState<Format>("text");
  const [text, setText] = useState("");
  const [copied, setCopied] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever something else is known, it is written anew.
  useEffect(() => {
    setCopied(false);
    if (!active) return;
    let overtaken = false;
    const take = (written: string | null) => overtaken || setText(written ?? "");
    const fail = (error: unknown) => {
      // What stands there is another report: it must not be copied as this one.
      take(null);
      throw error;
    };
    act(writeReport(tab, format).then(take, fail));
    return () => {
      overtaken = true;
    };
  }, [active, tab, format, known]);
  const keep = () => {
    const { ending, type } = FILES[format];
    download(text, `preflight-${new URL(tenant).hostname}.${ending}`, type);
  };
  return (
    <section class="report" aria-labelledby="report">
      <h3 id="report">{word("report")}</h3>
      <p class="quiet">{word(format === "snapshot" ? "snapshot_hint" : "report_hint")}</p>
      <label class="field">
        {word("report_format")}
        <select value={format} onChange={({ currentTarget }) => setFormat(currentTarget.value as Format)}>
          {FORMATS.map((each) => (
            <option key={each} value={each}>
              {word(`format_${each}`)}
            </option>
          ))}
        </select>
      </label>
      <div class="buttons">
        <button type="button" onClick={() => act(navigator.clipboard.writeText(text).then(() => setCopied(true)))}>
          {word("copy")}
        </button>
        <button type="button" onClick={keep}>
          {word("download")}
        </button>
        <span role="status">{copied && word("copied")}</span>
      </div>
      <textarea class="preview" rows={20} wrap="off" readOnly aria-label={word("report_preview")} value={text} />
    </section>
  );
}

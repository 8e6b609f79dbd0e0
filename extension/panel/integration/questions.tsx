import type { Link, ProfileInfo } from "../../../dist/wasm/preflight.js";
import { nameOf } from "../../domain/screens.js";
import { word } from "../../platform/words.js";
import { useDesk } from "../common/context.js";

/** Asks whether the open record belongs to an integration, where nothing tells. Until then it is only previewed. */
export function Questions() {
  const questions = useDesk().page?.questions ?? [];
  if (questions.length === 0) return null;
  return (
    <div class="notice questions" role="status">
      {questions.map((question) => (
        <Ask key={`${question.profile} ${question.part}`} question={question} />
      ))}
      <p class="quiet">{word("preview_hint")}</p>
    </div>
  );
}

function Ask({ question }: { question: Link }) {
  const { known, change } = useDesk();
  const text = questionText(question, known.profiles);
  return (
    <div class="line">
      <p>{text}</p>
      <span class="buttons">
        <button
          type="button"
          aria-label={`${text} ${word("answer_yes")}`}
          onClick={() => change({ what: "record", ...question })}
        >
          {word("answer_yes")}
        </button>
        <button
          type="button"
          aria-label={`${text} ${word("answer_no")}`}
          onClick={() => change({ what: "not-record", ...question })}
        >
          {word("answer_no")}
        </button>
      </span>
    </div>
  );
}

/** "Is Moovila API the integration’s agent?" */
function questionText({ profile, part, record }: Link, profiles: ProfileInfo[]): string {
  const vendor = profiles.find(({ id }) => id === profile);
  const own = vendor?.records.find(({ id }) => id === part);
  const name = nameOf(record) ?? "";
  const text = own ? word("ask_part", name, own.name) : word(`ask_${record.kind}`, name);
  return vendor && profiles.length > 1 ? `${vendor.name}: ${text}` : text;
}

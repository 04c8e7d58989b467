/** What one embedding script tag asks for. */
export interface Settings {
  /** Folder the script came from, without a trailing slash; the channel lives there. */
  readonly base: string;
  readonly title: string;
  readonly open: boolean;
  readonly starters: readonly string[];
}

const TITLE = "政策问答";
const STARTERS = ["租房怎么提取公积金？", "老人高龄津贴多少钱？", "开办营业执照要收费吗？"];
const MAX_TITLE = 20;
const MAX_STARTERS = 5;
const MAX_STARTER = 60;

/** Reads the tag's address and data-title, data-open, data-questions ("甲？|乙？"). */
export function readSettings(script: HTMLScriptElement): Settings {
  const { title, open, questions } = script.dataset;
  return {
    base: new URL(".", script.src).href.replace(/\/$/, ""),
    title: title?.trim().slice(0, MAX_TITLE) || TITLE,
    open: open !== undefined && open !== "false",
    starters: startersFrom(questions) ?? STARTERS,
  };
}

function startersFrom(questions: string | undefined): string[] | null {
  if (questions === undefined) return null;
  return questions
    .split("|")
    .map((question) => question.trim().slice(0, MAX_STARTER))
    .filter((question) => question !== "")
    .slice(0, MAX_STARTERS);
}

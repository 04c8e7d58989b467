import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from "lit";
import { ICONS } from "./icons";

export const MAX_QUESTION = 500;
const COUNTED_FROM = 400;
const MAX_ROWS = 4;
/** What browsers report for a key the input method is still using. */
const IME_KEY = 229;

/** The line a citizen writes the question in; typing is possible while an answer is awaited. */
export class Composer implements ReactiveController {
  private draft = "";
  private composing = false;

  constructor(
    private readonly host: LitElement,
    private readonly busy: () => boolean,
    private readonly send: (question: string) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.composing = false;
  }

  hostUpdated(): void {
    const field = this.host.renderRoot.querySelector("textarea");
    if (field !== null && this.draft === "") field.rows = 1;
  }

  view(): TemplateResult {
    const length = lengthOf(this.draft);
    const over = length > MAX_QUESTION;
    return html`
      <form class="composer" @submit=${this.submit}>
        <label class="unseen" for="question">请输入您的问题</label>
        <textarea id="question" rows="1" autocomplete="off" enterkeyhint="send"
          placeholder="请输入您的问题" aria-describedby="count privacy" aria-invalid=${over}
          .value=${this.draft} @input=${this.write} @keydown=${this.key}
          @compositionstart=${() => { this.composing = true; }}
          @compositionend=${() => { this.composing = false; }}></textarea>
        <button type="submit" class="send" aria-disabled=${over || this.busy()}>
          ${ICONS.send}<span>发送</span>
        </button>
        <p id="count" class=${over ? "count over" : "count"} role=${over ? "alert" : nothing}>
          ${countWords(length)}
        </p>
      </form>
    `;
  }

  private readonly write = (event: Event): void => {
    const field = event.target as HTMLTextAreaElement;
    this.draft = field.value;
    fitRows(field);
    this.host.requestUpdate();
  };

  private readonly key = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.shiftKey) return;
    // While pinyin is being chosen, Enter belongs to the input method.
    if (event.isComposing || this.composing || event.keyCode === IME_KEY) return;
    this.submit(event);
  };

  private readonly submit = (event: Event): void => {
    event.preventDefault();
    const question = this.draft.trim();
    if (this.busy() || question === "" || lengthOf(this.draft) > MAX_QUESTION) return;
    this.draft = "";
    this.send(question);
    this.host.requestUpdate();
  };
}

// Counted as the channel counts: one character, one code point.
function lengthOf(draft: string): number {
  return Array.from(draft.trim()).length;
}

function countWords(length: number): string {
  if (length > MAX_QUESTION) return `超出${length - MAX_QUESTION}个字，请删减后再发送`;
  return length >= COUNTED_FROM ? `还可以输入${MAX_QUESTION - length}个字` : "";
}

function fitRows(field: HTMLTextAreaElement): void {
  field.rows = 1;
  while (field.rows < MAX_ROWS && field.scrollHeight > field.clientHeight) field.rows += 1;
}

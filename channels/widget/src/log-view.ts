import { html, nothing, type TemplateResult } from "lit";
import { cardView } from "./card-view";
import { isSpent, type Conversation } from "./conversation";
import { ICONS } from "./icons";
import type { Entry } from "./memory";

export interface LogActs {
  readonly copied: string | null;
  copy(receipt: string): void;
  start(question: string): void;
  retry(): void;
}

/** Everything said so far, a greeting first. */
export function logView(
  talk: Conversation, starters: readonly string[], acts: LogActs,
): TemplateResult {
  return html`
    <div class="log" role="log" aria-live="off" aria-label="对话记录" tabindex="0">
      ${greeting()}
      ${talk.entries.length === 0 ? startersView(starters, acts) : nothing}
      ${talk.entries.map((entry) => entryView(entry, talk, acts))}
      ${talk.waiting ? waitingView() : nothing}
      ${talk.failure === null ? nothing : failureView(talk.failure.sentence, acts)}
    </div>
  `;
}

function greeting(): TemplateResult {
  return html`
    <div class="turn service">
      <div class="card greeting">
        <p class="says">您好，想了解哪项政策？我从已公布的政府文件中查找原文，并注明出处。</p>
      </div>
    </div>
  `;
}

function startersView(starters: readonly string[], acts: LogActs): TemplateResult | typeof nothing {
  if (starters.length === 0) return nothing;
  return html`
    <section class="starters" aria-label="可以这样问"><h3>可以这样问</h3>
      ${starters.map((question) => html`
        <button type="button" class="starter" @click=${() => acts.start(question)}>
          ${question}
        </button>
      `)}
    </section>
  `;
}

function entryView(entry: Entry, talk: Conversation, acts: LogActs): TemplateResult {
  if (entry.from === "citizen") {
    return html`
      <p class="turn citizen"><span class="unseen">您问：</span><span>${entry.text}</span></p>
    `;
  }
  return html`
    <article class="turn service" aria-label="回答">${cardView(entry.card, {
      busy: talk.pending,
      copied: acts.copied,
      pressed: (payload) => entry.pressed.includes(payload),
      spent: (payload) => isSpent(entry, payload),
      press: (payload) => talk.press(entry, payload),
      copy: (receipt) => acts.copy(receipt),
    })}</article>
  `;
}

// Read out by the status line; here it is only to be seen.
function waitingView(): TemplateResult {
  return html`
    <div class="turn service waiting" aria-hidden="true">
      <span class="dots"><i></i><i></i><i></i></span>正在查找…
    </div>
  `;
}

function failureView(sentence: string, acts: LogActs): TemplateResult {
  return html`
    <div class="turn failure">
      <p>${ICONS.caution}<span>${sentence}</span></p>
      <button type="button" class="plain retry" @click=${() => acts.retry()}>
        ${ICONS.retry}重试
      </button>
    </div>
  `;
}

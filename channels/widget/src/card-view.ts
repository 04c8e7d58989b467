import { html, nothing, type TemplateResult } from "lit";
import type { Card, Choice } from "./card";
import { interpretationView, nearView, quoteView } from "./source-view";

/** What a card can ask of the window around it. */
export interface CardActs {
  readonly busy: boolean;
  readonly copied: string | null;
  pressed(payload: string): boolean;
  spent(payload: string): boolean;
  press(payload: string): void;
  copy(receipt: string): void;
}

/** A card in its layers: our own words, binding words, official reading, what is near. */
export function cardView(card: Card, acts: CardActs): TemplateResult {
  return html`
    <div class="card ${card.type}">
      <p class="says">${card.text}</p>
      ${layer("文件原文", card.quotes.map(quoteView))}
      ${layer("官方解读（帮助理解，不作为依据）", card.interpretations.map(interpretationView))}
      ${nearLayer(card)}
      ${card.receipt === null ? nothing : receiptView(card.receipt, acts)}
      ${card.buttons.length === 0 ? nothing : choicesView(card.buttons, acts)}
      ${card.note === null ? nothing : html`<p class="note">${card.note}</p>`}
    </div>
  `;
}

function layer(
  name: string, parts: readonly TemplateResult[],
): TemplateResult | typeof nothing {
  if (parts.length === 0) return nothing;
  return html`<section aria-label=${name}><h3>${name}</h3>${parts}</section>`;
}

function nearLayer({ near }: Card): TemplateResult | typeof nothing {
  if (near.length === 0) return nothing;
  const name = "内容相近的文件";
  return html`
    <section aria-label=${name}><h3>${name}</h3><ul class="nears">${near.map(nearView)}</ul></section>
  `;
}

function receiptView(receipt: string, acts: CardActs): TemplateResult {
  return html`
    <div class="receipt">
      <p>查询码 <strong>${receipt}</strong></p>
      <button type="button" class="plain" @click=${() => acts.copy(receipt)}>
        ${acts.copied === receipt ? "已复制" : "复制"}<span class="unseen">查询码</span>
      </button>
    </div>
  `;
}

function choicesView(choices: readonly Choice[], acts: CardActs): TemplateResult {
  return html`
    <div class="choices">
      ${choices.map(({ title, payload }) => html`
        <button type="button" class="choice" aria-pressed=${acts.pressed(payload)}
          aria-disabled=${acts.busy || acts.spent(payload)}
          @click=${() => acts.press(payload)}>${title}</button>
      `)}
    </div>
  `;
}

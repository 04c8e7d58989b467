import { html, nothing, type TemplateResult } from "lit";
import type { Interpretation, NearDocument, Quote } from "./card";
import { ICONS } from "./icons";
import { bookTitle, dateWords, joined } from "./words";

interface Standing {
  readonly tone: "valid" | "caution" | "invalid";
  readonly words: string;
}

const STANDINGS: Record<string, Standing> = {
  现行有效: { tone: "valid", words: "现行有效" },
  已修改: { tone: "caution", words: "已修改" },
  部分失效: { tone: "caution", words: "部分失效" },
  尚未施行: { tone: "caution", words: "尚未施行" },
  废止: { tone: "invalid", words: "废止" },
  失效: { tone: "invalid", words: "失效" },
};
const UNKNOWN: Standing = { tone: "caution", words: "效力未知" };

/** Binding words, then where they stand, then whether they still hold. */
export function quoteView(quote: Quote): TemplateResult {
  const { title, number, article, issuer, published, effective } = quote;
  return html`
    <blockquote class="quote">
      <sunshine-quote .text=${quote.text}></sunshine-quote>
      <footer>
        <p class="cite">${bookTitle(title)} ${part(number)} ${part(article)}</p>
        <p class="meta">${joined([issuer, dateWords(published, effective)])}</p>
        <p class="standing">${badge(quote.validity)}${small(quote.validityNote)}</p>
        ${replacement(quote.replacedBy)}
        ${originalLink(quote.url, title)}
      </footer>
    </blockquote>
  `;
}

export function interpretationView(interpretation: Interpretation): TemplateResult {
  const { text, title, issuer, published, url } = interpretation;
  return html`
    <blockquote class="interpretation">
      <sunshine-quote .text=${text}></sunshine-quote>
      <footer>
        <p class="cite">${bookTitle(title)}</p>
        <p class="meta">${joined([issuer, dateWords(published, null)])}</p>
        ${originalLink(url, title)}
      </footer>
    </blockquote>
  `;
}

export function nearView(near: NearDocument): TemplateResult {
  return html`
    <li class="near">
      <p class="cite">${bookTitle(near.title)} ${part(near.number)}</p>
      <p class="meta">${joined([near.issuer, dateWords(near.published, null)])}</p>
      ${near.validity === null ? nothing : html`<p class="standing">${badge(near.validity)}</p>`}
      ${near.why === null ? nothing : html`<p class="why">${near.why}</p>`}
      ${originalLink(near.url, near.title)}
    </li>
  `;
}

function badge(validity: string | null): TemplateResult {
  const { tone, words } = STANDINGS[validity ?? ""] ?? UNKNOWN;
  return html`<span class="badge ${tone}">${ICONS[tone]}<span>${words}</span></span>`;
}

function originalLink(url: string | null, title: string): TemplateResult | typeof nothing {
  if (url === null) return nothing;
  return html`
    <a class="original" href=${url} target="_blank" rel="noopener noreferrer">
      查看原文<span class="unseen">${bookTitle(title)}，在新窗口打开</span>${ICONS.outside}
    </a>
  `;
}

function replacement(successor: string | null): TemplateResult | typeof nothing {
  if (successor === null) return nothing;
  // The channel names the newer disclosure by its title or by its number (…〔2024〕3号).
  const name = successor.endsWith("号") ? successor : bookTitle(successor);
  return html`<p class="replaced">已由${name}替代</p>`;
}

function part(words: string | null): TemplateResult | typeof nothing {
  return words === null ? nothing : html`<span class="part">${words}</span>`;
}

function small(words: string | null): TemplateResult | typeof nothing {
  return words === null ? nothing : html`<span class="standing-note">${words}</span>`;
}

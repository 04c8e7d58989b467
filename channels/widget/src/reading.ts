import type { Card, CardType, Choice, Interpretation, NearDocument, Quote } from "./card";

const MAX_LINE = 400;
const MAX_TEXT = 4_000;
const MAX_QUOTE = 20_000;
const MAX_ITEMS = 12;
const MAX_CARDS = 8;

type Fields = Record<string, unknown>;

/** Cards from a channel's reply of any shape; what does not fit is left out, [] if nothing fits. */
export function readReply(reply: unknown): Card[] {
  if (!Array.isArray(reply)) return [];
  return reply.slice(0, MAX_CARDS).filter(isFields).map(readMessage).filter(saysSomething);
}

/** One card of any shape made whole; used for the channel's and for remembered cards. */
export function readCard(card: Fields): Card {
  return {
    type: cardType(card.type),
    id: line(card.id),
    status: line(card.status) ?? "",
    text: cut(card.text, MAX_TEXT) ?? "",
    quotes: items(card.quotes, readQuote),
    interpretations: items(card.interpretations, readInterpretation),
    near: items(card.near, readNear),
    receipt: line(card.receipt),
    buttons: readChoices(card.buttons),
    note: cut(card.note, MAX_TEXT),
  };
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readMessage(message: Fields): Card {
  const card = isFields(message.custom)
    ? readCard(message.custom)
    : readCard({ type: "notice", text: message.text });
  return { ...card, buttons: [...card.buttons, ...readChoices(message.buttons)] };
}

function readQuote(quote: Fields): Quote {
  return {
    ...readSource(quote),
    text: cut(quote.text, MAX_QUOTE) ?? "",
    number: line(quote.number),
    article: line(quote.article),
    effective: line(quote.effective),
    validity: line(quote.validity),
    validityNote: line(quote.validity_note ?? quote.validityNote),
    replacedBy: line(quote.replaced_by ?? quote.replacedBy),
  };
}

function readInterpretation(interpretation: Fields): Interpretation {
  return { ...readSource(interpretation), text: cut(interpretation.text, MAX_QUOTE) ?? "" };
}

function readNear(near: Fields): NearDocument {
  return {
    ...readSource(near),
    number: line(near.number),
    validity: line(near.validity),
    why: line(near.why),
  };
}

function readSource(source: Fields) {
  return {
    title: line(source.title) ?? "",
    issuer: line(source.issuer),
    published: line(source.published),
    url: webAddress(source.url),
  };
}

function readChoices(buttons: unknown): Choice[] {
  return items(buttons, (button) => ({
    title: line(button.title) ?? "",
    payload: line(button.payload) ?? "",
  })).filter((choice) => choice.title !== "" && choice.payload !== "");
}

/** Anything but http and https could run script or leave the browser: such a link is dropped. */
function webAddress(value: unknown): string | null {
  const address = cut(value, 2_000);
  if (address === null) return null;
  try {
    const { protocol, href } = new URL(address);
    return protocol === "https:" || protocol === "http:" ? href : null;
  } catch {
    return null;
  }
}

function cardType(value: unknown): CardType {
  return value === "answer" || value === "no_answer" ? value : "notice";
}

function items<T>(value: unknown, read: (item: Fields) => T): T[] {
  return Array.isArray(value) ? value.slice(0, MAX_ITEMS).filter(isFields).map(read) : [];
}

function line(value: unknown): string | null {
  return cut(value, MAX_LINE);
}

function cut(value: unknown, limit: number): string | null {
  if (typeof value !== "string" || value.trim() === "") return null;
  return value.length > limit ? `${value.slice(0, limit)}…` : value;
}

function saysSomething(card: Card): boolean {
  return card.text !== "" || card.quotes.length > 0 || card.near.length > 0;
}

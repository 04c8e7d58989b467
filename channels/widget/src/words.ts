import type { Card } from "./card";

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})/;

/** "2024-03-05" → "2024年3月5日"; anything else as it is. */
export function chineseDate(date: string): string {
  const found = ISO_DATE.exec(date);
  return found === null ? date : `${found[1]}年${Number(found[2])}月${Number(found[3])}日`;
}

/** A title in 《》; marks already inside become 〈〉 (GB/T 15834 5.15). */
export function bookTitle(title: string): string {
  if (title.startsWith("《") && title.indexOf("》") === title.length - 1) return title;
  return `《${title.replace(/《/g, "〈").replace(/》/g, "〉")}》`;
}

/** "2024年3月5日发布，2024年4月1日起施行", with whichever is known. */
export function dateWords(published: string | null, effective: string | null): string {
  return [
    published === null ? "" : `${chineseDate(published)}发布`,
    effective === null ? "" : `${chineseDate(effective)}起施行`,
  ].filter((words) => words !== "").join("，");
}

export function joined(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== "").join(" · ");
}

/** What a screen reader says of an answer: once, short, and where to read on. */
export function spokenAnswer(cards: readonly Card[]): string {
  const words = cards.map((card) => card.text).filter((text) => text !== "").join(" ");
  const quotes = cards.reduce((sum, card) => sum + card.quotes.length, 0);
  const near = cards.reduce((sum, card) => sum + card.near.length, 0);
  return [
    `收到回答：${words}`,
    quotes > 0 ? `引用文件原文${quotes}处。` : "",
    near > 0 ? `另有相近文件${near}份。` : "",
  ].join("");
}

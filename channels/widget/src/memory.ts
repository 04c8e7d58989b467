import type { Card } from "./card";
import { isFields, readCard } from "./reading";

export interface Question {
  readonly from: "citizen";
  readonly text: string;
  readonly about: string | null;
}

export interface Answer {
  readonly from: "service";
  readonly card: Card;
  /** Payloads of the card's buttons already pressed. */
  readonly pressed: readonly string[];
}

export type Entry = Question | Answer;

/** What a browser keeps of one conversation: nothing but the last day's turns and a random id. */
export interface Remembered {
  readonly sender: string;
  readonly entries: readonly Entry[];
}

const VERSION = 1;
const KEPT_MS = 24 * 60 * 60 * 1000;
const MAX_ENTRIES = 60;
const SENDER = /^[0-9a-f]{32}$/;

/** A fresh 128-bit id, 32 lowercase hex digits. */
export function newSender(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function conversationKey(base: string): string {
  return `sunshine-ask/${VERSION}/conversation/${base}`;
}

/** The conversation kept for this channel, or null when none, expired or unreadable. */
export function recall(base: string): Remembered | null {
  const kept = readJson(conversationKey(base));
  if (!isFields(kept) || typeof kept.saved !== "number") return null;
  const age = Date.now() - kept.saved;
  if (age < 0 || age > KEPT_MS) return null;
  if (typeof kept.sender !== "string" || !SENDER.test(kept.sender)) return null;
  const entries = Array.isArray(kept.entries) ? kept.entries.flatMap(readEntry) : [];
  return { sender: kept.sender, entries };
}

export function remember(base: string, { sender, entries }: Remembered): void {
  const recent = entries.slice(-MAX_ENTRIES);
  writeJson(conversationKey(base), { saved: Date.now(), sender, entries: recent });
}

export interface Display {
  readonly big: boolean;
  readonly contrast: boolean;
}

const DISPLAY_KEY = `sunshine-ask/${VERSION}/display`;

export function recallDisplay(): Display {
  const kept = readJson(DISPLAY_KEY);
  if (!isFields(kept)) return { big: false, contrast: false };
  return { big: kept.big === true, contrast: kept.contrast === true };
}

export function rememberDisplay(display: Display): void {
  writeJson(DISPLAY_KEY, display);
}

function readEntry(entry: unknown): Entry[] {
  if (!isFields(entry)) return [];
  if (entry.from === "citizen" && typeof entry.text === "string") {
    const about = typeof entry.about === "string" ? entry.about : null;
    return [{ from: "citizen", text: entry.text, about }];
  }
  if (entry.from !== "service" || !isFields(entry.card)) return [];
  const pressed = Array.isArray(entry.pressed) ? entry.pressed : [];
  const payloads = pressed.filter((payload): payload is string => typeof payload === "string");
  return [{ from: "service", card: readCard(entry.card), pressed: payloads }];
}

// Private windows and full disks refuse storage; the conversation then lasts as long as the page.
function readJson(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

function writeJson(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    return;
  }
}

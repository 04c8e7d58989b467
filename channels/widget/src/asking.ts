import type { Card } from "./card";
import { isFields, readReply } from "./reading";

export interface Asked {
  readonly message: string;
  /** Id of the card whose button was pressed, null for typed questions. */
  readonly about: string | null;
}

/** A question that got no answer; `sentence` is for the citizen. */
export class AskFailure extends Error {
  constructor(readonly sentence: string) {
    super(sentence);
  }
}

const TIMEOUT_MS = 15_000;
const MAX_SENTENCE = 200;
const OFFLINE = "现在没有网络。请连上网络后，再点“重试”。";
const UNREACHABLE = "没有连上问答服务。请检查网络，再点“重试”。";
const TOO_SLOW = "等了15秒还没有收到回答。请点“重试”再问一次。";
const BROKEN = "问答服务暂时不能回答。请过一会儿点“重试”。";

/**
 * Asks the web channel at `base`.
 * @returns at least one card
 * @throws AskFailure with what to tell the citizen; `dropped` aborts without a meaning of its own
 */
export async function ask(
  base: string, sender: string, asked: Asked, dropped: AbortSignal,
): Promise<Card[]> {
  if (!navigator.onLine) throw new AskFailure(OFFLINE);
  const limit = new AbortController();
  let late = false;
  const timer = setTimeout(() => { late = true; limit.abort(); }, TIMEOUT_MS);
  const stop = () => limit.abort();
  dropped.addEventListener("abort", stop);
  try {
    return await exchange(base, sender, asked, limit.signal);
  } catch (error) {
    if (error instanceof AskFailure) throw error;
    throw new AskFailure(late ? TOO_SLOW : UNREACHABLE);
  } finally {
    clearTimeout(timer);
    dropped.removeEventListener("abort", stop);
  }
}

async function exchange(
  base: string, sender: string, { message, about }: Asked, signal: AbortSignal,
): Promise<Card[]> {
  const response = await fetch(`${base}/webhook`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(about === null ? { sender, message } : { sender, message, about }),
    credentials: "omit",
    referrerPolicy: "no-referrer",
    signal,
  });
  const reply = parsed(await response.text());
  if (!response.ok) throw new AskFailure(sentenceOf(reply) ?? BROKEN);
  const cards = readReply(reply);
  if (cards.length === 0) throw new AskFailure(BROKEN);
  return cards;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function sentenceOf(reply: unknown): string | null {
  if (!isFields(reply) || typeof reply.error !== "string") return null;
  return reply.error.trim().slice(0, MAX_SENTENCE) || null;
}

import { ask, AskFailure, type Asked } from "./asking";
import type { Card } from "./card";
import { conversationKey, newSender, recall, remember, type Answer, type Entry } from "./memory";
import { spokenAnswer } from "./words";

export interface Failure extends Asked {
  readonly sentence: string;
}

const VISIBLE_WAIT_MS = 300;
const WAITING = "正在查找已公布的文件，请稍候。";
const CLEARED = "对话已清空。";
const INTERRUPTED = "上次的提问没有收到回答。请点“重试”再问一次。";
/** One opinion a card: giving one closes the other. */
const OPINIONS = ["有帮助", "没帮助"];

/** One citizen's exchange with the channel; `changed` is called after every change. */
export class Conversation {
  entries: readonly Entry[] = [];
  failure: Failure | null = null;
  pending = false;
  /** True once an answer is slow enough to be worth showing. */
  waiting = false;
  /** What a screen reader should say next. */
  announcement = "";
  private sender = newSender();
  private dropped = new AbortController();

  constructor(private readonly base: string, private readonly changed: () => void) {
    this.restore();
  }

  /** Takes over what another tab just kept; if it began anew, an answer on its way is dropped. */
  readonly follow = (event: StorageEvent): void => {
    if (event.key !== conversationKey(this.base)) return;
    if (this.pending && recall(this.base)?.sender === this.sender) return;
    this.drop();
    this.restore();
    this.changed();
  };

  send(message: string, about: string | null = null): void {
    if (this.pending) return;
    this.entries = [...this.entries, { from: "citizen", text: message, about }];
    void this.exchange({ message, about });
  }

  press(entry: Answer, payload: string): void {
    if (this.pending || isSpent(entry, payload)) return;
    const pressed = [...entry.pressed, payload];
    this.entries = this.entries.map((other) => (other === entry ? { ...entry, pressed } : other));
    this.send(payload, entry.card.id);
  }

  retry(): void {
    if (this.failure !== null && !this.pending) void this.exchange(this.failure);
  }

  clear(): void {
    this.drop();
    this.sender = newSender();
    this.entries = [];
    this.failure = null;
    this.announcement = CLEARED;
    this.keep();
  }

  announce(words: string): void {
    this.announcement = words;
    this.changed();
  }

  private drop(): void {
    this.dropped.abort();
    this.dropped = new AbortController();
    this.pending = this.waiting = false;
  }

  private async exchange(asked: Asked): Promise<void> {
    this.failure = null;
    this.pending = true;
    this.announcement = "";
    const { signal } = this.dropped;
    const timer = setTimeout(() => this.showWaiting(signal), VISIBLE_WAIT_MS);
    this.keep();
    try {
      const cards = await ask(this.base, this.sender, asked, signal);
      if (!signal.aborted) this.receive(cards);
    } catch (error) {
      if (!signal.aborted) this.fail(asked, error);
    } finally {
      clearTimeout(timer);
    }
  }

  private showWaiting(signal: AbortSignal): void {
    if (signal.aborted) return;
    this.waiting = true;
    this.announce(WAITING);
  }

  private receive(cards: readonly Card[]): void {
    const answers = cards.map((card): Entry => ({ from: "service", card, pressed: [] }));
    this.entries = [...this.entries, ...answers];
    this.pending = this.waiting = false;
    this.announcement = spokenAnswer(cards);
    this.keep();
  }

  private fail(asked: Asked, error: unknown): void {
    if (!(error instanceof AskFailure)) throw error;
    this.failure = { ...asked, sentence: error.sentence };
    this.pending = this.waiting = false;
    this.announce(error.sentence);
  }

  private restore(): void {
    const kept = recall(this.base);
    this.sender = kept?.sender ?? newSender();
    this.entries = kept?.entries ?? [];
    this.failure = null;
    const last = this.entries[this.entries.length - 1];
    if (last?.from === "citizen") {
      this.failure = { message: last.text, about: last.about, sentence: INTERRUPTED };
    }
  }

  private keep(): void {
    remember(this.base, { sender: this.sender, entries: this.entries });
    this.changed();
  }
}

/** Whether this button can no longer be pressed. */
export function isSpent({ pressed }: Answer, payload: string): boolean {
  if (pressed.includes(payload)) return true;
  return OPINIONS.includes(payload) && pressed.some((other) => OPINIONS.includes(other));
}

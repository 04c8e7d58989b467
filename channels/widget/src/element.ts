import { html, LitElement, type PropertyValues, type TemplateResult } from "lit";
import { Attention } from "./attention";
import { Composer } from "./composer";
import { Conversation } from "./conversation";
import { copyText } from "./copying";
import { recallDisplay, rememberDisplay, type Display } from "./memory";
import { Outside } from "./outside";
import { Screen } from "./screen";
import type { Settings } from "./settings";
import { STYLES } from "./styles/index";
import { launcherView, windowView, type WindowActs } from "./window-view";

/** The launcher on the page and the window it opens. */
export class SunshineAsk extends LitElement {
  static override properties = {
    open: { state: true },
    clearing: { state: true },
    copied: { state: true },
    unread: { state: true },
    display: { state: true },
  };

  static override styles = STYLES;

  declare open: boolean;
  declare clearing: boolean;
  declare copied: string | null;
  declare unread: boolean;
  declare display: Display;
  private readonly talk: Conversation;
  private readonly composer: Composer;
  private readonly outside: Outside;
  private readonly area = new Screen(this, () => this.open);
  private readonly attention = new Attention(this);
  private asking = false;

  constructor(private readonly settings: Settings) {
    super();
    this.lang = "zh-CN";
    this.open = settings.open;
    this.clearing = this.unread = false;
    this.copied = null;
    this.display = recallDisplay();
    this.talk = new Conversation(settings.base, () => this.conversationChanged());
    this.composer = new Composer(this, () => this.talk.pending, (words) => this.talk.send(words));
    this.outside = new Outside(this, this.talk.follow, (online) => {
      this.talk.announce(online ? "网络已恢复。" : "网络已断开，连上后再提问。");
    });
  }

  protected override render(): TemplateResult {
    const { settings, talk, display, clearing, area: { modal, short } } = this;
    const { big, contrast } = display;
    const words = [big && "big", contrast && "contrast", modal && "modal", short && "short"];
    const state = { settings, talk, display, clearing, modal, online: this.outside.online };
    return html`
      <div class="frame ${words.filter(Boolean).join(" ")}">
        ${this.open
          ? windowView({ ...state, composer: this.composer.view() }, this.acts())
          : launcherView(settings.title, this.unread, this.show)}
      </div>
    `;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("open")) this.moveFocus(changed.get("open") === undefined);
    if (changed.has("clearing") && this.clearing) this.attention.moveTo(".keep");
    if (!this.open) return;
    const { entries, failure, waiting } = this.talk;
    const state = `${entries.length}/${failure === null}/${waiting}`;
    this.attention.showNewest(state, this.area.short ? ".panel" : ".log");
  }

  private acts(): WindowActs {
    return {
      change: (display) => this.change(display),
      clear: () => { this.clearing = true; },
      close: () => this.hide(),
      copied: this.copied,
      copy: (receipt) => this.copy(receipt),
      start: (question) => this.andRead(() => this.talk.send(question)),
      retry: () => this.andRead(() => this.talk.retry()),
      sure: () => this.clear(),
      keep: () => this.keep(),
      key: (event) => this.key(event),
    };
  }

  private readonly show = (): void => {
    this.unread = false;
    this.attention.forget();
    this.open = true;
  };

  private hide(): void {
    this.clearing = false;
    this.open = false;
  }

  private clear(): void {
    this.clearing = false;
    this.talk.clear();
    this.attention.moveTo("#question");
  }

  private keep(): void {
    this.clearing = false;
    this.attention.moveTo(".clear");
  }

  // The button pressed goes away with this, so the focus needs somewhere to stay.
  private andRead(act: () => void): void {
    act();
    this.attention.moveTo(".log");
  }

  private change(display: Display): void {
    this.display = display;
    this.attention.forget();
    rememberDisplay(display);
  }

  private copy(receipt: string): void {
    void copyText(receipt, this.renderRoot).then((copied) => {
      this.copied = copied ? receipt : null;
      this.talk.announce(copied ? "查询码已复制。" : "没能自动复制，请选中查询码后手动复制。");
    });
  }

  private conversationChanged(): void {
    if (this.asking && !this.talk.pending && !this.open) this.unread = true;
    this.asking = this.talk.pending;
    this.requestUpdate();
  }

  private key(event: KeyboardEvent): void {
    if (event.key === "Tab" && this.area.modal) this.attention.turnRound(event);
    if (event.key !== "Escape" || event.isComposing) return;
    event.stopPropagation();
    if (this.clearing) this.keep();
    else this.hide();
  }

  private moveFocus(first: boolean): void {
    if (first && !(this.open && this.area.modal)) return;
    if (!this.open) this.attention.moveTo(".launcher");
    else this.attention.moveTo(this.area.modal ? ".close" : "#question");
  }
}

import type { LitElement, ReactiveController } from "lit";

/** Below this the window takes the whole screen, as on a phone or at high zoom. */
const SMALL = "(max-width: 37.5em), (max-height: 30em)";
/** Below this height header and input scroll with the conversation, or nothing else would fit. */
const SHORT_PX = 400;

/** How much screen there is; while full screen, the page behind can neither scroll nor be reached. */
export class Screen implements ReactiveController {
  modal = false;
  short = false;
  private readonly query = matchMedia(SMALL);
  private readonly size = new CSSStyleSheet();
  private readonly still = new CSSStyleSheet();
  private hidden: HTMLElement[] = [];

  constructor(private readonly host: LitElement, private readonly isOpen: () => boolean) {
    this.still.replaceSync("html { overflow: hidden; }");
    host.addController(this);
  }

  hostConnected(): void {
    const root = this.host.renderRoot;
    if (root instanceof ShadowRoot && !root.adoptedStyleSheets.includes(this.size)) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.size];
    }
    this.query.addEventListener("change", this.measure);
    window.visualViewport?.addEventListener("resize", this.measure);
    window.visualViewport?.addEventListener("scroll", this.measure);
    this.measure();
  }

  hostDisconnected(): void {
    this.query.removeEventListener("change", this.measure);
    window.visualViewport?.removeEventListener("resize", this.measure);
    window.visualViewport?.removeEventListener("scroll", this.measure);
    this.reveal();
  }

  hostUpdated(): void {
    if (this.isOpen() && this.modal) this.conceal();
    else this.reveal();
  }

  // The phone keyboard shrinks only the visual viewport; following it keeps the input in sight.
  private readonly measure = (): void => {
    const seen = window.visualViewport;
    const pinched = seen === null || seen.scale > 1.01;
    const height = pinched ? window.innerHeight : seen.height;
    const top = pinched ? 0 : seen.offsetTop;
    this.size.replaceSync(`:host { --seen-height: ${height}px; --seen-top: ${top}px; }`);
    this.modal = this.query.matches;
    this.short = this.modal && height < SHORT_PX;
    this.host.requestUpdate();
  };

  private conceal(): void {
    if (this.hidden.length > 0) return;
    const others = Array.from(document.body.children).filter(
      (other): other is HTMLElement => other instanceof HTMLElement && other !== this.host,
    );
    this.hidden = others.filter((other) => !other.inert);
    for (const other of this.hidden) other.inert = true;
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.still];
  }

  private reveal(): void {
    for (const other of this.hidden) other.inert = false;
    this.hidden = [];
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
      (sheet) => sheet !== this.still,
    );
  }
}

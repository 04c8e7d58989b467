import type { LitElement, ReactiveController } from "lit";

const GAP_PX = 12;

/** Where the citizen's eyes and keyboard are taken after a change. */
export class Attention implements ReactiveController {
  private shown = "";

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.forget();
  }

  /** Focuses the first match once the pending update is drawn. */
  moveTo(selector: string): void {
    void this.host.updateComplete.then(() => {
      this.find(selector)?.focus({ preventScroll: true });
    });
  }

  /** Scrolls so that the newest question is on top: a long answer is read from its beginning. */
  showNewest(state: string, scroller: string): void {
    if (state === this.shown) return;
    this.shown = state;
    // Quotes inside an answer draw themselves after it, and only then is its height known.
    requestAnimationFrame(() => this.scrollToNewest(scroller));
  }

  /** Makes the next showNewest scroll again, whatever the state. */
  forget(): void {
    this.shown = "";
  }

  /** inert keeps the page out of reach; this keeps Tab from leaving for the browser's own bars. */
  turnRound(event: KeyboardEvent): void {
    const stops = this.host.renderRoot.querySelectorAll<HTMLElement>(
      ".panel :is(button, textarea)",
    );
    const [first, last] = [stops[0], stops[stops.length - 1]];
    const edge = event.shiftKey ? first : last;
    if (edge === undefined || this.host.shadowRoot?.activeElement !== edge) return;
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  }

  private scrollToNewest(scroller: string): void {
    const area = this.find(scroller);
    const newest = Array.from(this.host.renderRoot.querySelectorAll(".citizen")).pop();
    if (area === null || newest === undefined) return;
    const gap = newest.getBoundingClientRect().top - area.getBoundingClientRect().top;
    area.scrollTop += gap - GAP_PX;
  }

  private find(selector: string): HTMLElement | null {
    return this.host.renderRoot.querySelector<HTMLElement>(selector);
  }
}

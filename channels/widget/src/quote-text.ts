import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";

/** Verbatim text, folded to six lines while it is longer than that. */
export class QuoteText extends LitElement {
  static override properties = {
    text: { type: String },
    unfolded: { state: true },
    long: { state: true },
  };

  declare text: string;
  declare unfolded: boolean;
  declare long: boolean;
  private readonly sizes = new ResizeObserver(() => this.measure());

  constructor() {
    super();
    this.text = "";
    this.unfolded = false;
    this.long = false;
  }

  // Drawn into the window's own tree: its styles apply, and a selection can run across quotes.
  protected override createRenderRoot(): this {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The observer's first call comes after layout, so it also does the first measuring.
    this.sizes.observe(this);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("text")) this.measure();
  }

  protected override render(): TemplateResult {
    return html`
      <p class=${this.unfolded ? "verbatim" : "verbatim folded"}>${this.text}</p>
      ${this.long || this.unfolded ? this.toggle() : nothing}
    `;
  }

  private toggle(): TemplateResult {
    return html`
      <button type="button" class="fold" aria-expanded=${this.unfolded}
        @click=${() => { this.unfolded = !this.unfolded; }}>
        ${this.unfolded ? "收起" : "展开全文"}
      </button>
    `;
  }

  // How many lines a text takes depends on width and letter size, so it is measured, not counted.
  private measure(): void {
    const text = this.querySelector("p");
    if (text !== null && !this.unfolded) this.long = text.scrollHeight > text.clientHeight + 1;
  }
}

import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";

/** Line drawings on a 24-unit square; decoration only, the words beside them carry the meaning. */
export const ICONS = {
  ask: drawn(svg`<path d="M4 5h16v11h-9l-5 4v-4H4z"/><path d="M8 9.5h8M8 12.5h5"/>`),
  big: drawn(svg`<path d="M3 19 8.5 5 14 19M5 14h7"/><path d="M18 8v8M14.5 12h7"/>`),
  contrast: drawn(svg`<circle cx="12" cy="12" r="8.5"/>
    <path d="M12 3.5v17a8.5 8.5 0 0 0 0-17z" fill="currentColor"/>`),
  clear: drawn(svg`<path d="M4 7h16M9 7V4h6v3M6.5 7l1 13h9l1-13M10 11v5M14 11v5"/>`),
  close: drawn(svg`<path d="m6 6 12 12M18 6 6 18"/>`),
  send: drawn(svg`<path d="M4 12 20 4l-5 16-3.5-6.5z"/><path d="m11.5 13.5 4-4"/>`),
  valid: drawn(svg`<circle cx="12" cy="12" r="8.5"/><path d="m8 12.3 2.8 2.8L16 9.5"/>`),
  caution: drawn(svg`<path d="M12 4 21 20H3z"/><path d="M12 10v4.5M12 17v.6"/>`),
  invalid: drawn(svg`<circle cx="12" cy="12" r="8.5"/><path d="m9 9 6 6M15 9l-6 6"/>`),
  outside: drawn(svg`<path d="M14 4h6v6M20 4l-9 9"/><path d="M18 14v6H4V6h6"/>`),
  retry: drawn(svg`<path d="M19 12a7 7 0 1 1-2.2-5.1"/><path d="M19.5 3.5v4.2h-4.2"/>`),
};

function drawn(shape: SVGTemplateResult): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"
    fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"
    stroke-linejoin="round">${shape}</svg>`;
}

import { css } from "lit";

/** The launcher, the window and its header. */
export const FRAME = css`
  .launcher {
    position: fixed; z-index: 2147483000; inset: auto 1.5rem 1.5rem auto;
    inset-block-end: max(1.5rem, env(safe-area-inset-bottom));
    display: flex; align-items: center; gap: 0.5em; min-height: max(3.5em, 44px);
    padding: 0.6em 1.35em 0.6em 1.1em; border: 2px solid var(--paper); border-radius: 2em;
    background: var(--brand); color: var(--on-brand); font-weight: 600; letter-spacing: 0.04em;
    box-shadow: 0 0.4em 1.4em rgb(16 42 80 / 0.28);
  }
  .unread {
    padding: 0 0.6em; border-radius: 1em; background: var(--paper); color: var(--brand);
    font-size: 0.85em;
  }

  .panel {
    position: fixed; z-index: 2147483000; right: 1.5rem; bottom: 1.5rem;
    display: flex; flex-direction: column; width: min(27em, calc(100vw - 3rem));
    height: min(44em, calc(100vh - 3rem)); overflow: hidden; border: 1px solid var(--edge);
    border-radius: 0.9em; background: var(--paper);
    box-shadow: 0 1em 3em rgb(16 42 80 / 0.26); animation: arrive 0.18s ease-out;
  }
  .modal .panel {
    inset: var(--seen-top, 0) 0 auto 0; width: 100%; height: var(--seen-height, 100%);
    border: 0; border-radius: 0; animation: none;
  }
  .short .panel { display: block; overflow: auto; }
  @keyframes arrive { from { opacity: 0; transform: translateY(0.75em); } }
  @media (prefers-reduced-motion: reduce) { .panel { animation: none; } }

  header {
    flex: none; display: flex; flex-wrap: wrap; align-items: center; gap: 0.25em 0.75em;
    padding: 0.5em 0.6em 0.5em 1.1em; background: var(--brand); color: var(--on-brand);
  }
  h2 { flex: 1 0 auto; font-size: 1.15em; font-weight: 700; letter-spacing: 0.05em; }
  .tools { display: flex; flex-wrap: wrap; gap: 0.15em; }
  .tool {
    display: flex; flex-direction: column; align-items: center; justify-content: center;
    gap: 0.1em; min-width: max(3.1em, 44px); min-height: max(3.1em, 44px); padding: 0.2em 0.3em;
    border: 1px solid transparent; border-radius: 0.5em; background: none; color: inherit;
    line-height: 1.5;
  }
  .tool span { font-size: 0.75em; }
  .tool[aria-pressed="true"] { background: var(--on-brand); color: var(--brand); }
  header :focus-visible { outline-color: var(--on-brand); outline-offset: 1px; }

  .clearing, .offline {
    flex: none; padding: 0.75em 1.1em; border-bottom: 1px solid var(--line);
    background: var(--caution-ground); color: var(--caution);
  }
  .clearing p { margin-bottom: 0.5em; font-weight: 600; }
  .clearing .plain { border-color: currentColor; color: var(--ink); }
  .clearing .sure { color: var(--invalid); }
  .offline { display: flex; align-items: center; gap: 0.5em; }

  @media (hover: hover) {
    .launcher:hover { background: var(--brand-deep); }
    .tool:hover { border-color: currentColor; }
  }
  @media (forced-colors: active) {
    .panel, .launcher, .card, .tool, .turn, .badge, .send { border: 1px solid CanvasText; }
    .tool[aria-pressed="true"], .choice[aria-pressed="true"] { border: 3px solid Highlight; }
  }
`;

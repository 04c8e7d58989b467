import { css } from "lit";

/** Who said what: questions to the right, answers across. */
export const LOG = css`
  .log {
    flex: 1 1 auto; min-height: 0; padding: 1.1em; overflow: auto; overscroll-behavior: contain;
    background: var(--ground); overflow-wrap: anywhere;
  }
  .short .log { overflow: visible; }
  .log:focus-visible { outline-offset: -3px; }
  .turn { margin-top: 1em; }
  .turn:first-child { margin-top: 0; }
  .citizen { display: flex; justify-content: flex-end; padding-inline-start: 2.5em; }
  .citizen > span:last-child {
    padding: 0.55em 0.95em; border: 1px solid var(--brand);
    border-radius: 0.9em 0.9em 0.2em 0.9em; background: var(--brand); color: var(--on-brand);
    white-space: pre-wrap;
  }

  .starters { display: grid; gap: 0.6em; margin-top: 1.25em; }
  .starters h3 { color: var(--quiet); font-size: 0.9em; }
  .starter { justify-self: start; border-color: var(--edge); border-radius: 1.4em; }

  .waiting { display: flex; align-items: center; gap: 0.6em; color: var(--quiet); }
  .dots { display: inline-flex; gap: 0.3em; }
  .dots i {
    width: 0.5em; height: 0.5em; border-radius: 50%; background: var(--brand);
    animation: breathe 1.2s infinite ease-in-out;
  }
  .dots i:nth-child(2) { animation-delay: 0.15s; }
  .dots i:nth-child(3) { animation-delay: 0.3s; }
  @keyframes breathe { 0%, 80%, 100% { opacity: 0.3; } 40% { opacity: 1; } }
  @media (prefers-reduced-motion: reduce) { .dots i { animation: none; } }
  @media (forced-colors: active) { .dots i { background: CanvasText; } }

  .failure {
    padding: 0.8em 1em; border: 1px solid var(--invalid); border-radius: 0.75em;
    background: var(--invalid-ground); color: var(--invalid);
  }
  .failure p { display: flex; gap: 0.5em; margin-bottom: 0.6em; }
  .failure .icon { margin-top: 0.2em; }
  .failure .retry { border-color: currentColor; color: inherit; }
  .retry .icon { margin: 0; }
`;

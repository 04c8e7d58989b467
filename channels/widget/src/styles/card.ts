import { css } from "lit";

/** An answer's layers: our words plain, binding words ruled in blue, readings dashed in sand. */
export const CARD = css`
  .card {
    padding: 0.9em 1em; border: 1px solid var(--line);
    border-radius: 0.2em 0.9em 0.9em 0.9em; background: var(--paper);
  }
  .says { white-space: pre-line; }
  .says:empty { display: none; }
  .card section { margin-top: 0.9em; }
  h3 { margin-bottom: 0.4em; color: var(--quiet); font-size: 0.9em; font-weight: 600; }

  .quote, .interpretation {
    padding: 0.8em 0.9em 0.7em; border-inline-start: 0.25em solid var(--brand);
    border-radius: 0.15em 0.5em 0.5em 0.15em; background: var(--tint);
  }
  .quote + .quote, .interpretation + .interpretation { margin-top: 0.75em; }
  .interpretation {
    border: 1px dashed var(--sand-line); border-radius: 0.5em; background: var(--sand);
  }
  sunshine-quote { display: block; }
  .verbatim { white-space: pre-line; overflow-wrap: anywhere; }
  .folded {
    display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 6; overflow: hidden;
  }
  .fold {
    min-height: max(2.75em, 44px); margin-bottom: -0.4em; padding: 0 0.4em 0 0; border: 0;
    border-radius: 0.25em; background: none; color: var(--link); font-weight: 600;
    text-decoration: underline; text-underline-offset: 0.2em;
  }
  footer { margin-top: 0.6em; padding-top: 0.6em; border-top: 1px solid var(--line); }
  .cite { font-size: 0.95em; font-weight: 600; }
  .cite .part { display: inline-block; margin-inline-end: 0.25em; font-weight: 400; }
  .meta { color: var(--quiet); font-size: 0.9em; }
  .meta:empty { display: none; }
  .standing {
    display: flex; flex-wrap: wrap; align-items: center; gap: 0.3em 0.6em; margin-top: 0.35em;
  }
  .standing-note, .why, .replaced { font-size: 0.9em; }
  .replaced { margin-top: 0.3em; color: var(--invalid); }
  .badge {
    display: inline-flex; align-items: center; gap: 0.25em; padding: 0.05em 0.6em 0.05em 0.4em;
    border: 1px solid currentColor; border-radius: 1em; font-size: 0.875em; font-weight: 600;
  }
  .valid { background: var(--valid-ground); color: var(--valid); }
  .caution { background: var(--caution-ground); color: var(--caution); }
  .invalid { background: var(--invalid-ground); color: var(--invalid); }

  .original {
    display: inline-flex; align-items: center; gap: 0.3em; min-height: max(2.75em, 44px);
    margin-bottom: -0.4em; border-radius: 0.25em; color: var(--link); font-weight: 600;
    text-decoration: underline; text-underline-offset: 0.2em;
  }
  .original .icon { width: 1em; height: 1em; }

  .nears { list-style: none; }
  .near { padding: 0.7em 0; border-top: 1px solid var(--line); }
  .near:first-child { border-top: 0; padding-top: 0; }
  .why { margin-top: 0.3em; }

  .receipt {
    display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between;
    gap: 0.5em; margin-top: 0.9em; padding: 0.5em 0.5em 0.5em 0.9em; border-radius: 0.5em;
    border: 1px dashed var(--edge); background: var(--ground);
  }
  .receipt strong { letter-spacing: 0.06em; font-weight: 700; }

  .choices { display: flex; flex-wrap: wrap; gap: 0.6em; }
  .card .choices { margin-top: 0.9em; }
  .choice { border-radius: 1.4em; }
  .choice[aria-disabled="true"] { border-color: var(--edge); color: var(--quiet); }
  .choice[aria-pressed="true"] { border-style: dashed; background: var(--ground); }
  .note { margin-top: 0.8em; color: var(--quiet); font-size: 0.85em; }
`;

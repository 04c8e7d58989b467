import { css } from "lit";

/** Where the question is written. */
export const COMPOSER = css`
  .composer {
    flex: none; display: flex; flex-wrap: wrap; align-items: flex-end; gap: 0.6em;
    padding: 0.8em 1.1em 0; border-top: 1px solid var(--line); background: var(--paper);
  }
  textarea {
    flex: 1 1 8em; min-width: 0; min-height: max(2.9em, 44px); padding: 0.55em 0.8em;
    border: 1px solid var(--edge); border-radius: 0.6em; background: var(--paper);
    line-height: 1.6; resize: none;
  }
  textarea::placeholder { color: var(--quiet); opacity: 1; }
  textarea:focus-visible { outline: 2px solid var(--link); outline-offset: 0; }
  textarea[aria-invalid="true"] { border: 2px solid var(--invalid); }
  .send {
    display: inline-flex; align-items: center; gap: 0.35em; min-height: max(2.9em, 44px);
    padding: 0 1.1em; border: 1px solid var(--brand); border-radius: 0.6em;
    background: var(--brand); color: var(--on-brand); font-weight: 600;
  }
  @media (hover: hover) { .send:hover { background: var(--brand-deep); } }
  .send[aria-disabled="true"] {
    border-color: var(--edge); background: var(--ground); color: var(--quiet);
  }
  .count { flex: 1 0 100%; color: var(--quiet); font-size: 0.85em; }
  .count:empty { display: none; }
  .count.over { color: var(--invalid); font-weight: 600; }
  .privacy {
    flex: none; padding: 0.5em 1.3em 0.8em; background: var(--paper); color: var(--quiet);
    font-size: 0.85em; padding-bottom: max(0.8em, env(safe-area-inset-bottom));
  }
`;

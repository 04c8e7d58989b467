import { css } from "lit";

/** Colours and shared shapes; the page around gives nothing (all: initial). */
export const THEME = css`
  :host { all: initial; }
  @media print { :host { display: none; } }

  .frame {
    --ink: #1d2733; --quiet: #4f5d6b; --paper: #ffffff; --ground: #f3f6fa; --line: #d3dce6;
    --edge: #6f7d8c; --brand: #1d4f91; --brand-deep: #163d70; --on-brand: #ffffff;
    --link: #1a5296; --focus: #d97a00; --tint: #eaf1fa; --sand: #faf6ec; --sand-line: #b3924a;
    --valid: #176138; --valid-ground: #e5f4ea; --caution: #7a4a00; --caution-ground: #fff2d6;
    --invalid: #9c2320; --invalid-ground: #fdebea;
    color: var(--ink);
    font: medium/1.6 system-ui, -apple-system, "PingFang SC", "Microsoft YaHei",
      "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif;
    text-align: start; -webkit-text-size-adjust: 100%;
  }
  .frame.big { font-size: 1.4em; }
  .frame.contrast {
    --ink: #ffffff; --quiet: #f0f0f0; --paper: #000000; --ground: #000000; --line: #ffffff;
    --edge: #ffffff; --brand: #ffe14d; --brand-deep: #fff0a0; --on-brand: #000000;
    --link: #ffe14d; --focus: #5fd7ff; --tint: #000000; --sand: #000000; --sand-line: #ffe14d;
    --valid: #8dffb0; --valid-ground: #000000; --caution: #ffd479; --caution-ground: #000000;
    --invalid: #ffb3ae; --invalid-ground: #000000;
  }

  *, *::before, *::after { box-sizing: border-box; }
  h2, h3, p, ul, blockquote { margin: 0; padding: 0; font-size: 1em; font-weight: 400; }
  button, textarea { font: inherit; color: inherit; letter-spacing: inherit; }
  button { cursor: pointer; touch-action: manipulation; }
  [aria-disabled="true"] { cursor: default; }
  :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
  .icon { width: 1.25em; height: 1.25em; flex: none; }
  .unseen {
    position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; border: 0;
    overflow: hidden; clip-path: inset(50%); white-space: nowrap;
  }
  .plain, .choice, .starter {
    min-height: max(2.75em, 44px); padding: 0.35em 1em; border: 1px solid var(--brand);
    border-radius: 0.5em; background: var(--paper); color: var(--brand); text-align: start;
  }
  @media (hover: hover) {
    .plain:hover, .starter:hover, .choice:not([aria-disabled="true"]):hover {
      background: var(--tint); border-color: var(--brand-deep);
    }
  }
  .plain { display: inline-flex; align-items: center; gap: 0.4em; font-weight: 600; }
`;

import { html, type TemplateResult } from "lit";
import { ICONS } from "./icons";
import type { Display } from "./memory";

export interface HeaderActs {
  change(display: Display): void;
  clear(): void;
  close(): void;
}

export function headerView(title: string, display: Display, acts: HeaderActs): TemplateResult {
  const { big, contrast } = display;
  return html`
    <header>
      <h2 id="title">${title}</h2>
      <div class="tools" role="group" aria-label="显示与对话">
        <button type="button" class="tool" aria-pressed=${big}
          @click=${() => acts.change({ big: !big, contrast })}>
          ${ICONS.big}<span>大字版</span>
        </button>
        <button type="button" class="tool" aria-pressed=${contrast}
          @click=${() => acts.change({ big, contrast: !contrast })}>
          ${ICONS.contrast}<span>高对比度</span>
        </button>
        <button type="button" class="tool clear" @click=${() => acts.clear()}>
          ${ICONS.clear}<span>清空</span>
        </button>
        <button type="button" class="tool close" @click=${() => acts.close()}>
          ${ICONS.close}<span>关闭</span>
        </button>
      </div>
    </header>
  `;
}

/** Asks once more before a conversation is thrown away. */
export function clearingView(clear: () => void, keep: () => void): TemplateResult {
  return html`
    <div class="clearing" role="group" aria-labelledby="clearing">
      <p id="clearing">清空全部对话？清空后无法找回。</p>
      <div class="choices">
        <button type="button" class="plain sure" @click=${clear}>确定清空</button>
        <button type="button" class="plain keep" @click=${keep}>取消</button>
      </div>
    </div>
  `;
}

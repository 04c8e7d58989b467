import { html, nothing, type TemplateResult } from "lit";
import type { Conversation } from "./conversation";
import { clearingView, headerView, type HeaderActs } from "./header-view";
import { ICONS } from "./icons";
import { logView, type LogActs } from "./log-view";
import type { Display } from "./memory";
import type { Settings } from "./settings";

export interface WindowState {
  readonly settings: Settings;
  readonly talk: Conversation;
  readonly display: Display;
  readonly modal: boolean;
  readonly online: boolean;
  readonly clearing: boolean;
  readonly composer: TemplateResult;
}

export interface WindowActs extends HeaderActs, LogActs {
  sure(): void;
  keep(): void;
  key(event: KeyboardEvent): void;
}

const OFFLINE = "网络已断开，连上后再提问。";
const PRIVACY = "请勿填写身份证号、手机号等个人信息。";

export function launcherView(title: string, unread: boolean, open: () => void): TemplateResult {
  return html`
    <button type="button" class="launcher" aria-expanded="false" aria-haspopup="dialog"
      @click=${open}>
      ${ICONS.ask}<span>${title}</span>
      ${unread ? html`<span class="unread">有新回答</span>` : nothing}
    </button>
  `;
}

/** The open window from header to footer line. */
export function windowView(state: WindowState, acts: WindowActs): TemplateResult {
  const { settings, talk, display, modal, online, clearing, composer } = state;
  return html`
    <div class="panel" role="dialog" aria-labelledby="title"
      aria-modal=${modal ? "true" : nothing} @keydown=${acts.key}>
      ${headerView(settings.title, display, acts)}
      ${clearing ? clearingView(acts.sure, acts.keep) : nothing}
      ${online ? nothing : html`<p class="offline">${ICONS.caution}${OFFLINE}</p>`}
      ${logView(talk, settings.starters, acts)}
      <p class="unseen" role="status">${talk.announcement}</p>
      ${composer}
      <p id="privacy" class="privacy">${PRIVACY}</p>
    </div>
  `;
}
